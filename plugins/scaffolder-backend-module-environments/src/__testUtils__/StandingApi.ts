import { ResponseError } from '@backstage/errors';
import {
  EnvironmentRecord,
  EnvironmentsApi,
  Plan,
  PlanRequest,
  Specification,
  SpecificationPatch,
} from '@domaindeck/backstage-plugin-environments-common';
import { environmentRecord } from './environmentRecord';
import { plan } from './plan';

type Written = { readonly idempotencyKey?: string };

/** The calls that the actions make, over one environment that stands as the test puts it. */
export class StandingApi {
  /** Everything that was asked for, such as `extend e-1`, with what was sent. */
  readonly calls: [string, unknown][] = [];
  readonly keys: (string | undefined)[] = [];
  record: EnvironmentRecord = environmentRecord();
  planned: Plan = plan();
  refusal: unknown;

  static create(): StandingApi {
    return new StandingApi();
  }

  private constructor() {}

  /** As the actions take it; a call of any other method fails. */
  get api(): EnvironmentsApi {
    return this as unknown as EnvironmentsApi;
  }

  getEnvironment(id: string) {
    return this.#answer(`get ${id}`, undefined, this.record);
  }

  plan(request: PlanRequest) {
    return this.#answer('plan', request, this.planned);
  }

  createEnvironment(specification: Specification, options: Written) {
    this.keys.push(options.idempotencyKey);
    return this.#answer('create', specification, this.record);
  }

  updateEnvironment(id: string, patch: SpecificationPatch, options: Written) {
    this.keys.push(options.idempotencyKey);
    return this.#answer(`update ${id}`, patch, this.record);
  }

  extend(id: string, expiresAt: string, options: Written) {
    this.keys.push(options.idempotencyKey);
    return this.#answer(`extend ${id}`, expiresAt, {
      ...this.record,
      expiresAt,
    });
  }

  deleteEnvironment(id: string, confirm: string, options: Written) {
    this.keys.push(options.idempotencyKey);
    return this.#answer(`delete ${id}`, confirm, this.record);
  }

  async #answer<T>(call: string, sent: unknown, answer: T): Promise<T> {
    this.calls.push([call, sent]);
    if (this.refusal) {
      throw this.refusal;
    }
    return answer;
  }
}

/** What the client throws for an answer of the backend. */
export function refusal(status: number, error: object): Promise<ResponseError> {
  return ResponseError.fromResponse(
    Response.json(
      { error: { name: 'Error', ...error }, response: { statusCode: status } },
      { status },
    ),
  );
}
