import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderBackend from '@backstage/plugin-scaffolder-backend';
import { JsonObject } from '@backstage/types';
import { environmentRecord } from '../__testUtils__/environmentRecord';
import {
  readTemplate,
  TestEnvironments,
} from '../__testUtils__/TestEnvironments';
import scaffolderModuleEnvironments from '..';

// A whole scaffolder, whose worker takes its time to look for tasks.
jest.setTimeout(60_000);

const DEV_ONE = 'user:default/dev-one';
const DEV_EIGHT = 'user:default/dev-eight';

interface Task {
  readonly status: string;
  readonly log: readonly string[];
  readonly output: { readonly links?: readonly JsonObject[] };
}

describe('the templates of the demo portal', () => {
  let portal: TestBackend;
  let environments: TestEnvironments;

  beforeEach(async () => {
    environments = TestEnvironments.create();
    portal = await startTestBackend({
      features: [
        scaffolderBackend,
        scaffolderModuleEnvironments,
        environments.plugin(),
        catalogServiceMock.factory({
          entities: ['create-environment', 'change-environment'].map(
            readTemplate,
          ),
        }),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://portal.example' },
            backend: { auth: { keys: [{ secret: 'for-tests' }] } },
          },
        }),
      ],
    });
  });

  afterEach(() => portal.stop());

  async function call(
    path: string,
    body?: object,
    person = DEV_ONE,
  ): Promise<Response> {
    return fetch(
      `http://localhost:${portal.server.port()}/api/scaffolder${path}`,
      {
        ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
        headers: {
          authorization: mockCredentials.user.header(person),
          'content-type': 'application/json',
        },
      },
    );
  }

  /** Runs a template as a person does who has filled in its form. */
  async function run(
    template: string,
    values: JsonObject,
    person?: string,
  ): Promise<Task> {
    const started = await call(
      '/v2/tasks',
      { templateRef: `template:default/${template}`, values },
      person,
    );
    expect(started.status).toBe(201);
    const { id } = await started.json();
    for (;;) {
      const { status } = await (await call(`/v2/tasks/${id}`)).json();
      if (status !== 'open' && status !== 'processing') {
        const events: {
          body: { message: string; output?: Task['output'] };
        }[] = await (await call(`/v2/tasks/${id}/events`)).json();
        return {
          status,
          log: events.map(one => one.body.message),
          output: events.at(-1)?.body.output ?? {},
        };
      }
      await new Promise(resolve => {
        setTimeout(resolve, 50);
      });
    }
  }

  const FORM = {
    domain: 'domain:default/payments',
    name: 'night-fares',
    why: 'Fares at night',
    services: [{ name: 'pricing', version: '5.3.0-rc1' }, { name: 'gateway' }],
    size: 'M',
    expiresIn: 'P3D',
    cluster: 'dev-1',
  };

  it('make an environment in the name of whoever runs them', async () => {
    const { status, output, log } = await run('create-environment', FORM);
    expect({ status, log }).toEqual({
      status: 'completed',
      log: expect.anything(),
    });
    expect(environments.written).toEqual([
      {
        person: DEV_ONE,
        call: 'POST /environments',
        key: expect.stringMatching(/^scaffolder-/),
        body: { ...FORM, collaborators: [] },
      },
    ]);
    expect(output.links).toEqual([
      {
        title: 'Open the environment',
        icon: 'dashboard',
        url: 'https://portal.example/catalog/default/domain/payments/environments/night-fares',
      },
      {
        title: 'In the catalog',
        icon: 'catalog',
        entityRef: 'resource:default/environment-e-1',
      },
    ]);
  });

  it('are refused to whoever may not, in the log of the task', async () => {
    environments.refusal = {
      person: DEV_EIGHT,
      status: 403,
      error: {
        name: 'NotAllowedError',
        message: 'env-create needs developer; ask payments-platform',
      },
    };
    const { status, log } = await run('create-environment', FORM, DEV_EIGHT);
    expect(status).toBe('failed');
    expect(log.join('\n')).toContain(
      'env-create needs developer; ask payments-platform',
    );
    expect(log.join('\n')).not.toMatch(/^ +at /m);
    // It was the person who asked, and the person alone who was refused.
    expect(environments.written.map(one => one.person)).toEqual([DEV_EIGHT]);
    expect((await run('create-environment', FORM)).status).toBe('completed');
  });

  it('fail with every field that is wrong', async () => {
    environments.refusal = {
      status: 400,
      error: {
        problems: [
          {
            path: 'services[0].version',
            code: 'version-unknown',
            message: 'There is no version 5.3.0-rc1.',
          },
        ],
      },
    };
    const { status, log } = await run('create-environment', FORM);
    expect(status).toBe('failed');
    expect(log.join('\n')).toContain(
      'services[0].version: There is no version 5.3.0-rc1.',
    );
  });

  it.each<[string, JsonObject, string, unknown]>([
    [
      'keep one longer',
      { what: 'extend', by: 'P1D' },
      'POST /environments/e-1/extend',
      { expiresAt: '2026-11-05T09:00:00.000Z' },
    ],
    [
      'take another version',
      { what: 'version', service: 'pricing', version: '5.3.0-rc2' },
      'PATCH /environments/e-1',
      {
        generation: 3,
        services: [
          { name: 'pricing', version: '5.3.0-rc2', env: { NIGHT: '1' } },
          { name: 'gateway' },
        ],
      },
    ],
    [
      'delete one',
      { what: 'delete', confirm: 'night-fares' },
      'DELETE /environments/e-1',
      { confirm: 'night-fares' },
    ],
  ])('%s', async (_, values, expected, body) => {
    environments.record = environmentRecord({
      state: values.what === 'delete' ? 'gone' : 'ready',
    });
    const { status, log } = await run('change-environment', {
      environment: 'resource:default/environment-e-1',
      ...values,
    });
    expect({ status, log }).toEqual({
      status: 'completed',
      log: expect.anything(),
    });
    expect(environments.written).toEqual([
      { person: DEV_ONE, call: expected, body, key: expect.anything() },
    ]);
  });

  it('plan in a dry run and write nothing', async () => {
    const answer = await call('/v2/dry-run', {
      template: readTemplate('create-environment'),
      values: FORM,
      directoryContents: [],
    });
    const { log } = await answer.json();
    expect(answer.status).toBe(200);
    expect(environments.written.map(one => one.call)).toEqual(['POST /plans']);
    expect(JSON.stringify(log)).toContain('Would run in payments-night-fares');
  });

  it('are offered nothing that the actions do not take', async () => {
    const answer = await call('/v2/actions');
    const actions: { id: string; schema: { input: { required: string[] } } }[] =
      await answer.json();
    expect(
      Object.fromEntries(
        actions
          .filter(one => one.id.startsWith('environment:'))
          .map(one => [one.id, one.schema.input.required]),
      ),
    ).toEqual({
      'environment:create': [
        'name',
        'domain',
        'cluster',
        'size',
        'expiresIn',
        'services',
      ],
      'environment:update': ['environment'],
      'environment:extend': ['environment'],
      'environment:delete': ['environment', 'confirm'],
    });
  });
});
