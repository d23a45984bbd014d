import { mockCredentials } from '@backstage/backend-test-utils';
import { LogRecord } from '@domaindeck/backstage-plugin-workloads-common';
import { FakeLogHistory } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import request from 'supertest';
import { podObject } from './kubernetesObjects';
import {
  startWorkloadsBackend,
  WorkloadsBackend,
} from './startWorkloadsBackend';

const LOGS = '/api/workloads/entities/domain/default/payments/logs';
const NANOS = '000000';

/** The pod of `pricing`, in development and in production. */
export const POD = 'pricing-6d5f7c9b8-x2x2x';

/** A pod of another domain, in development too. */
export const RIDE = 'matching-6d5f7c9b8-x2x2x';

/** Where development is. */
export const dev = { cluster: 'dev-1', namespace: 'payments-dev' };

/** Where production is, which has a store of lines. */
export const prod = { cluster: 'prod-sh', namespace: 'payments-prod' };

const access = {
  roles: { looker: ['workloads.view'] },
  grants: [
    {
      subject: 'group:default/checkout-engineering',
      domains: ['domain:default/payments'],
      where: { tiers: ['development'] },
      role: 'developer',
    },
    {
      subject: 'group:default/checkout-engineering',
      domains: ['domain:default/payments'],
      where: { tiers: ['production'] },
      role: 'viewer',
    },
    {
      subject: 'user:default/keeper',
      domains: ['domain:default/payments'],
      role: 'operator',
    },
    {
      subject: 'user:default/auditor',
      domains: ['domain:default/payments'],
      role: 'auditor',
    },
  ],
};

/** When a line of {@link LINES} was written. */
export function at(second: number): string {
  return `2026-11-01T00:00:${String(second).padStart(2, '0')}.000${NANOS}Z`;
}

/** What every pod holds, as an API server sends it: times before texts. */
export const LINES = [
  `${at(1)} level=info msg="quotes served" ms=41`,
  `${at(2)} {"level":"warn","msg":"rates late"}`,
  `${at(3)} java.lang.IllegalStateException: no rates`,
  `${at(3)} \tat pricing.Rates.read(Rates.java:41)`,
  `${at(4)} level=debug msg=healthz`,
];

/** What the run before the restart said. */
export const BEFORE = 'java.lang.OutOfMemoryError: Java heap space';

/** Running, with one restart behind it. */
function restartedPod(namespace: string, workload: string, name: string) {
  const { spec, status, ...pod } = podObject(namespace, workload, name, {
    terminated: {
      exitCode: 137,
      reason: 'OOMKilled',
      finishedAt: '2026-10-31T23:59:59Z',
    },
  });
  return {
    ...pod,
    spec: { ...spec, nodeName: 'n' },
    status: {
      ...status,
      containerStatuses: status.containerStatuses.map(container => ({
        ...container,
        restartCount: 1,
      })),
    },
  };
}

/** A backend whose pods all hold {@link LINES}, with a store of lines in production, and questions to it. */
export class LogsBackend {
  readonly backend: WorkloadsBackend;
  /** The store, empty at first. */
  readonly history: FakeLogHistory;

  static async start(): Promise<LogsBackend> {
    const history = FakeLogHistory.create();
    const backend = await startWorkloadsBackend({
      access,
      histories: new Map([['prod-sh', history]]),
      answer: path => {
        const { searchParams, pathname } = new URL(
          path.replace('GET ', ''),
          'http://x',
        );
        if (!pathname.endsWith('/log')) {
          return { status: 404 };
        }
        const previous = searchParams.get('previous') === 'true';
        const since = searchParams.get('sinceTime') ?? '';
        const body = previous
          ? `${at(0)} ${BEFORE}\n`
          : LINES.filter(line => line.slice(0, 19) >= since.slice(0, 19))
              .map(line => `${line}\n`)
              .join('');
        return { status: 200, body };
      },
    });
    const { reader } = backend;
    const put = (cluster: string, ...pod: [string, string, string]) =>
      reader.put(cluster, 'pods', restartedPod(...pod));
    put('dev-1', 'payments-dev', 'pricing', POD);
    put('prod-sh', 'payments-prod', 'pricing', POD);
    put('dev-1', 'rides-dev', 'matching', RIDE);
    return new LogsBackend(backend, history);
  }

  private constructor(backend: WorkloadsBackend, history: FakeLogHistory) {
    this.backend = backend;
    this.history = history;
  }

  /** Asks for the sources of lines. */
  sources(person: string): request.Test {
    return request(this.backend.server)
      .get(`${LOGS}/sources`)
      .set('authorization', bearer(person));
  }

  /** @param call - the last part of the route */
  post(person: string, call: string, body: object): request.Test {
    return request(this.backend.server)
      .post(`${LOGS}/${call}`)
      .set('authorization', bearer(person))
      .send(body);
  }

  /** Reads a stream to its end; without records where it is refused. */
  async stream(person: string, body: object) {
    const answer = await this.post(person, 'stream', body);
    const records: LogRecord[] =
      answer.status === 200
        ? answer.text
            .split('\n')
            .filter(Boolean)
            .map(line => JSON.parse(line))
        : [];
    return { status: answer.status, body: answer.body, records };
  }

  async stop(): Promise<void> {
    await this.backend.server.stop();
  }
}

function bearer(person: string): string {
  return mockCredentials.user.header(`user:default/${person}`);
}
