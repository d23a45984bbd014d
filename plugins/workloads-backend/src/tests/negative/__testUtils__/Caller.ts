import { mockCredentials } from '@backstage/backend-test-utils';
import { WorkloadsBackend } from '../../../__testUtils__';
import { Operation, requestFor, Target } from './contract';

/** An answer as somebody with curl sees it. */
export interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

/** Sends the calls of the contract as a person. */
export class Caller {
  readonly #backend: Pick<WorkloadsBackend, 'server'>;
  readonly #person: string;

  static create(
    backend: Pick<WorkloadsBackend, 'server'>,
    person: string,
  ): Caller {
    return new Caller(backend, person);
  }

  private constructor(
    backend: Pick<WorkloadsBackend, 'server'>,
    person: string,
  ) {
    this.#backend = backend;
    this.#person = person;
  }

  ask(operation: Operation, target: Target): Promise<Answer> {
    const { method, path, body } = requestFor(operation, target);
    return this.send(method, path, { body });
  }

  /** @param path - below `/api/workloads` */
  async send(
    method: string,
    path: string,
    options: {
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ): Promise<Answer> {
    const response = await fetch(
      `http://localhost:${this.#backend.server.port()}/api/workloads${path}`,
      {
        method,
        body: options.body,
        headers: {
          authorization: mockCredentials.user.header(
            `user:default/${this.#person}`,
          ),
          ...(options.body ? { 'content-type': 'application/json' } : {}),
          ...options.headers,
        },
      },
    );
    const { status, headers } = response;
    const type = headers.get('content-type');
    // An open stream has no end.
    const isStream = status === 200 && type?.includes('ndjson');
    if (isStream) {
      await response.body?.cancel();
    }
    return { status, type, text: isStream ? '' : await response.text() };
  }
}
