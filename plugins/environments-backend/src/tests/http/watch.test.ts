import { mockCredentials } from '@backstage/backend-test-utils';
import { WatchRecord } from '@domaindeck/backstage-plugin-environments-common';
import { readNdjson } from '@domaindeck/backstage-plugin-workloads-common';
import { AddressInfo } from 'node:net';
import { DOMAIN } from '../../__testUtils__/company';
import {
  EnvironmentsBackend,
  startEnvironmentsBackend,
} from '../../__testUtils__/startEnvironmentsBackend';
import { loadBaseline } from '../../clone/__testUtils__/planCase';
import { embeddedTarget, TestTarget } from '../__testUtils__/TestTarget';

const BASELINE = loadBaseline('web-shop');

function specification(name: string) {
  return {
    name,
    domain: DOMAIN,
    cluster: 'dev-1',
    size: 'M',
    expiresIn: 'P1D',
    services: [{ name: 'frontend' }],
  };
}

describe('the stream of environments', () => {
  let target: TestTarget;
  let backend: EnvironmentsBackend;
  const gone = new AbortController();

  beforeAll(async () => {
    target = await embeddedTarget(BASELINE);
    backend = await startEnvironmentsBackend({
      target,
      baseline: BASELINE.namespace,
    });
  }, 180_000);

  afterAll(async () => {
    gone.abort();
    await backend?.stop();
    await target?.stop();
  }, 60_000);

  async function* watch(
    person: string,
    body: object,
  ): AsyncGenerator<WatchRecord> {
    const { port } = backend.server.address() as AddressInfo;
    const response = await fetch(
      `http://localhost:${port}/api/environments/environments/watch`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: mockCredentials.user.header(`user:default/${person}`),
        },
        body: JSON.stringify(body),
        signal: gone.signal,
      },
    );
    expect(response.headers.get('cache-control')).toBe(
      'no-store, no-transform',
    );
    yield* readNdjson<WatchRecord>(response.body!);
  }

  it('begins with what there is, then tells what changes, of steps and history too', async () => {
    const stream = watch('ann', { domain: DOMAIN });
    expect((await stream.next()).value).toEqual({ type: 'synced' });
    const made = await backend.ask(
      'ann',
      'post',
      '/environments',
      specification('one'),
    );
    const { id } = made.body;
    const states = new Set<string>();
    for await (const record of stream) {
      if (record.type === 'upsert') {
        states.add(record.item.state);
        if (record.item.state === 'ready') {
          break;
        }
      }
    }
    expect([...states].pop()).toBe('ready');
    expect(states.has('provisioning')).toBe(true);

    const one = watch('ann', { id });
    const first: WatchRecord[] = [];
    for await (const record of one) {
      first.push(record);
      if (record.type === 'synced') {
        await backend.ask('ann', 'post', `/environments/${id}/sleep`);
      }
      if (
        record.type === 'history' &&
        record.item.kind === 'state' &&
        record.item.parts.state === 'asleep'
      ) {
        break;
      }
    }
    expect(first.slice(0, 3).map(record => record.type)).toEqual([
      'upsert',
      'steps',
      'synced',
    ]);
    expect(
      first.flatMap(record =>
        record.type === 'history' ? [record.item.kind] : [],
      ),
    ).toEqual(['slept', 'state']);
  }, 120_000);

  it('ends a poll with the present state', async () => {
    const records: string[] = [];
    for await (const record of watch('ann', { domain: DOMAIN, poll: true })) {
      records.push(record.type);
    }
    expect(records).toEqual(['upsert', 'synced', 'end']);
  });

  it('ends for a person whose right has ended', async () => {
    const { items } = await backend.store.list({ limit: 1 });
    const stream = watch('bea', { id: items[0].id });
    const seen: WatchRecord[] = [];
    for await (const record of stream) {
      seen.push(record);
      if (record.type === 'synced') {
        const developers = backend.entities.find(
          one => one.metadata.name === 'developers',
        )!;
        developers.relations = developers.relations!.filter(
          one => one.targetRef !== 'user:default/bea',
        );
      }
    }
    expect(seen.slice(-2)).toEqual([
      { type: 'delete', id: items[0].id },
      { type: 'end', reason: 'revoked' },
    ]);
  }, 60_000);
});
