import { JsonObject } from '@backstage/types';
import { runAction } from '../__testUtils__/runAction';
import { refusal, StandingApi } from '../__testUtils__/StandingApi';
import { createEnvironmentAction } from './createEnvironmentAction';
import { deleteEnvironmentAction } from './deleteEnvironmentAction';
import { extendEnvironmentAction } from './extendEnvironmentAction';
import { updateEnvironmentAction } from './updateEnvironmentAction';

const ACTIONS = {
  create: createEnvironmentAction,
  update: updateEnvironmentAction,
  extend: extendEnvironmentAction,
  delete: deleteEnvironmentAction,
};
const SPECIFICATION = {
  name: 'night-fares',
  domain: 'domain:default/payments',
  cluster: 'dev-1',
  size: 'M',
  expiresIn: 'P3D',
  services: [{ name: 'pricing', version: '5.3.0-rc1' }],
};
const INPUTS: Record<keyof typeof ACTIONS, JsonObject> = {
  create: SPECIFICATION,
  update: { environment: 'e-1', size: 'L' },
  extend: { environment: 'e-1', by: 'P1D' },
  delete: { environment: 'e-1', confirm: 'night-fares' },
};
const NAMES = Object.keys(ACTIONS) as (keyof typeof ACTIONS)[];
const PAGE =
  'https://portal.example/catalog/default/domain/payments/environments/night-fares';

describe('the actions', () => {
  it('give later steps what they need of the environment', async () => {
    for (const name of NAMES) {
      const api = StandingApi.create();
      const { output } = await runAction(ACTIONS[name], api, INPUTS[name]);
      expect(output).toEqual({
        id: 'e-1',
        name: 'night-fares',
        state: 'ready',
        expiresAt:
          name === 'extend'
            ? '2026-11-05T09:00:00.000Z'
            : '2026-11-04T09:00:00.000Z',
        url: PAGE,
        entityRef: 'resource:default/environment-e-1',
        addresses: [
          {
            service: 'gateway',
            url: 'https://gateway-night-fares.dev.example',
          },
        ],
      });
    }
  });

  it('ask twice with one key when a task is tried again, and with another for another step or round', async () => {
    for (const name of NAMES) {
      const api = StandingApi.create();
      const step = { id: 'a', name: 'A' };
      const contexts = [
        { step },
        { step },
        { step: { id: 'b', name: 'B' } },
        { step, each: { key: '1', value: 'x' } },
        { step, task: { id: 'another' } },
      ];
      for (const context of contexts) {
        await runAction(ACTIONS[name], api, INPUTS[name], context);
      }
      const [first, again, ...others] = api.keys;
      expect(first).toMatch(/^scaffolder-[\w-]{43}$/);
      expect(again).toBe(first);
      expect(new Set([first, ...others]).size).toBe(4);
    }
  });

  it('write nothing in a dry run', async () => {
    for (const name of NAMES) {
      const api = StandingApi.create();
      const { log } = await runAction(ACTIONS[name], api, INPUTS[name], {
        isDryRun: true,
      });
      expect(api.keys).toEqual([]);
      expect(log.some(line => line.startsWith('Would '))).toBe(true);
    }
  });

  it('take the ref of an entity for the environment', async () => {
    for (const name of NAMES.filter(one => one !== 'create')) {
      const api = StandingApi.create();
      await runAction(ACTIONS[name], api, {
        ...INPUTS[name],
        environment: 'resource:default/environment-e-1',
      });
      expect(api.calls[0][0]).toBe('get e-1');
    }
  });

  it('name every field that is wrong, and say who may do it where one may not', async () => {
    for (const name of NAMES) {
      const api = StandingApi.create();
      api.refusal = await refusal(400, {
        message: 'both at once',
        problems: [
          { path: 'services[0].version', code: 'x', message: 'There is none.' },
          { path: 'size', code: 'y', message: '"L" is not offered.' },
        ],
      });
      const run = () => runAction(ACTIONS[name], api, INPUTS[name]);
      await expect(run()).rejects.toMatchObject({
        name: 'InputError',
        message:
          'services[0].version: There is none.\nsize: "L" is not offered.',
      });
      api.refusal = await refusal(403, { message: 'ask the owner' });
      await expect(run()).rejects.toMatchObject({
        name: 'NotAllowedError',
        message: 'ask the owner',
      });
      api.refusal = await refusal(503, { message: 'starting' });
      await expect(run()).rejects.toThrow(
        /^The environments backend cannot answer now/,
      );
    }
  });
});
