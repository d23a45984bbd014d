import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BackendFeature,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  EnvironmentRecord,
  Specification,
} from '@domaindeck/backstage-plugin-environments-common';
import express, { Request } from 'express';
import { parse } from 'yaml';
import { environmentRecord } from './environmentRecord';
import { plan } from './plan';

/** One request as it came to the `environments` backend. */
export interface Asked {
  readonly person: string;
  /** Such as `POST /environments`. */
  readonly call: string;
  readonly body: unknown;
  readonly key?: string;
}

/** A template of the demo portal. */
export function readTemplate(name: string): Entity {
  const path = join(
    __dirname,
    '../../../../examples/templates',
    `${name}.yaml`,
  );
  return parse(readFileSync(path, 'utf8'));
}

/** The routes of the `environments` backend that actions call, over one environment. */
export class TestEnvironments {
  readonly asked: Asked[] = [];
  record: EnvironmentRecord = environmentRecord();
  /** What is refused, as the body of an error; to everybody unless it names a person. */
  refusal:
    | {
        readonly status: number;
        readonly error: object;
        readonly person?: string;
      }
    | undefined;

  static create(): TestEnvironments {
    return new TestEnvironments();
  }

  private constructor() {}

  /** What was written, without what was only looked at. */
  get written(): Asked[] {
    return this.asked.filter(one => !one.call.startsWith('GET '));
  }

  plugin(): BackendFeature {
    return createBackendPlugin({
      pluginId: 'environments',
      register: reg =>
        reg.registerInit({
          deps: {
            httpAuth: coreServices.httpAuth,
            httpRouter: coreServices.httpRouter,
          },
          init: async ({ httpAuth, httpRouter }) => {
            const router = express.Router();
            router.use(express.json());
            router.use(async (request, response) => {
              const { principal } = await httpAuth.credentials(request, {
                allow: ['user'],
              });
              const { status, body } = this.#answer(
                principal.userEntityRef,
                request,
              );
              response.status(status).json(body);
            });
            httpRouter.use(router);
          },
        }),
    });
  }

  #answer(person: string, request: Request): { status: number; body: object } {
    const call = `${request.method} ${request.path}`;
    const key = request.header('idempotency-key');
    this.asked.push({
      person,
      call,
      body: request.body,
      ...(key === undefined ? {} : { key }),
    });
    if (this.refusal && (this.refusal.person ?? person) === person) {
      const { error, status } = this.refusal;
      return {
        status,
        body: {
          error: { name: 'InputError', message: 'refused', ...error },
          response: { statusCode: status },
        },
      };
    }
    if (call === 'POST /plans') {
      const { specification } = request.body as {
        specification: Specification;
      };
      return { status: 200, body: plan({ specification }) };
    }
    return { status: 200, body: this.record };
  }
}
