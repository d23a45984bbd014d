import {
  clusterDefinition,
  FakeAnswer,
  FakeClock,
  FakeClusterConnection,
} from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { DefaultClusterDriver } from '../DefaultClusterDriver';
import { DriverError } from '../DriverError';

/** What is answered to a request, such as `GET /api/v1/namespaces`; the query is left out unless it is part of the key. */
export type Script = Readonly<
  Record<string, FakeAnswer | ((path: URL, body: unknown) => FakeAnswer)>
>;

/** A driver on an API server that answers by a script, and with an empty list or `NotFound` to what is not in it. */
export class ScriptedApi {
  readonly clock = FakeClock.create();
  readonly bodies: unknown[] = [];
  readonly connection: FakeClusterConnection;
  readonly driver: DefaultClusterDriver;

  constructor(readonly script: Script) {
    this.connection = FakeClusterConnection.create(
      clusterDefinition({ selfService: true }),
      (request, body) => {
        const [verb, path] = request.split(' ');
        const url = new URL(path, 'http://cluster');
        if (body !== undefined) {
          this.bodies.push(body);
        }
        const found =
          this.script[request] ?? this.script[`${verb} ${url.pathname}`];
        if (found) {
          return typeof found === 'function' ? found(url, body) : found;
        }
        return url.search ? { body: listOf([]) } : notFound('things', 'it');
      },
    );
    this.driver = DefaultClusterDriver.create({
      connection: this.connection,
      digestKey: 'key',
      clock: this.clock,
    });
  }

  get requests(): readonly string[] {
    return this.connection.requests;
  }
}

/** A page of a list. */
export function listOf(items: readonly unknown[], next?: string): object {
  return {
    kind: 'List',
    apiVersion: 'v1',
    metadata: { resourceVersion: '1', ...(next ? { continue: next } : {}) },
    items,
  };
}

/** A refusal as an API server words it. */
export function refusal(
  code: number,
  reason: string,
  message: string,
  details: object = {},
): FakeAnswer {
  const status = { kind: 'Status', status: 'Failure', code, reason };
  return { status: code, body: { ...status, message, details } };
}

export function notFound(resource: string, name: string): FakeAnswer {
  return refusal(404, 'NotFound', `${resource} "${name}" not found`);
}

/** The error with which something ends. */
export async function failureOf(work: Promise<unknown>): Promise<DriverError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DriverError);
  return error as DriverError;
}
