import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  EnvironmentDrift,
  EnvironmentPage,
  EnvironmentRecord,
  HistoryPage,
  Options,
  Plan,
  PlanRequest,
  Step,
  VersionPage,
} from '@domaindeck/backstage-plugin-environments-common';
import { PlanSource, VersionSource } from '../planning';
import { EnvironmentStore, StoredEnvironment } from '../store/types';
import { DefaultOptionsService } from './DefaultOptionsService';
import { DriftService } from './DriftService';
import { EnvironmentGate, Visitor } from './EnvironmentGate';
import { checkedSpecification } from './errors';
import { PlanPreview } from './PlanPreview';
import { RecordBuilder } from './RecordBuilder';
import { EnvironmentsQuery, VersionsListQuery } from './types';

/** What {@link AuthorizedEnvironmentsService} needs. */
export interface AuthorizedEnvironmentsOptions {
  readonly gate: EnvironmentGate;
  readonly options: DefaultOptionsService;
  readonly previews: PlanPreview;
  readonly drift: DriftService;
  readonly records: RecordBuilder;
  readonly store: EnvironmentStore;
  readonly plans: PlanSource;
  readonly versions: VersionSource;
}

/** What people read of environments; everybody only what they may view. */
export class AuthorizedEnvironmentsService {
  readonly #given: AuthorizedEnvironmentsOptions;

  static create(
    options: AuthorizedEnvironmentsOptions,
  ): AuthorizedEnvironmentsService {
    return new AuthorizedEnvironmentsService(options);
  }

  private constructor(options: AuthorizedEnvironmentsOptions) {
    this.#given = options;
  }

  /** @throws NotFoundError for a domain of which the caller may view no baseline */
  async getOptions(question: {
    credentials: BackstageCredentials;
    domain: string;
    cluster?: string;
    baseline?: string;
  }): Promise<Options> {
    const visitor = await this.#given.gate.enter(question.credentials);
    const baselines = await visitor.baselines(question.domain);
    return this.#given.options.get({
      ...question,
      asker: visitor.asker,
      baselines,
      view: environment => visitor.may('env-view', environment),
      sees: await visitor.places(question.domain),
    });
  }

  /** @throws NotAllowedError when the caller may not create there, or not change the environment */
  async getVersions(question: {
    credentials: BackstageCredentials;
    query: VersionsListQuery;
    signal?: AbortSignal;
  }): Promise<VersionPage> {
    const { gate, plans, versions } = this.#given;
    const { query, signal } = question;
    const { domain, service, kind, text, offset, limit } = query;
    const visitor = await gate.enter(question.credentials);
    let ref: string;
    if (query.environment === undefined) {
      ref = await visitor.baselineOf(query);
    } else {
      const environment = await visitor.find(query.environment);
      await visitor.demand('env-manage', environment);
      if (environment.domain !== domain) {
        throw new InputError('The environment is not one of the domain');
      }
      ref = environment.baseline;
    }
    const [baseline, sees] = await Promise.all([
      plans.baseline(ref, signal),
      visitor.places(domain),
    ]);
    return versions.page(
      { domain, baseline, service, sees, kind, text, offset, limit },
      signal,
    );
  }

  /** @throws NotAllowedError when the caller may not create there, or not change the environment */
  async plan(question: {
    credentials: BackstageCredentials;
    request: PlanRequest;
  }): Promise<Plan> {
    const { gate, previews } = this.#given;
    const { request } = question;
    const specification = checkedSpecification(request.specification);
    const visitor = await gate.enter(question.credentials);
    if (request.environment === undefined) {
      const baseline = await visitor.baselineOf(specification);
      return previews.ofNew(specification, baseline, visitor.asker);
    }
    const environment = await visitor.find(request.environment);
    await visitor.demand('env-manage', environment);
    return previews.ofChange(environment, specification);
  }

  async list(question: {
    credentials: BackstageCredentials;
    query: EnvironmentsQuery;
  }): Promise<EnvironmentPage> {
    const { gate, store } = this.#given;
    const visitor = await gate.enter(question.credentials);
    const { owner, ...query } = question.query;
    if (!visitor.viewable) {
      return { items: [], total: 0 };
    }
    const page = await store.list({
      ...query,
      ...(owner ? { person: owner } : {}),
      filter: visitor.viewable,
    });
    return {
      items: await Promise.all(
        page.items.map(one => this.#record(visitor, one)),
      ),
      total: page.total,
      ...(page.nextCursor ? { nextCursor: page.nextCursor } : {}),
    };
  }

  async get(question: Question): Promise<EnvironmentRecord> {
    const { visitor, environment } = await this.#find(question);
    return this.#record(visitor, environment);
  }

  async getSteps(question: Question): Promise<{ items: Step[] }> {
    const { environment } = await this.#find(question);
    return { items: await this.#given.records.steps(environment) };
  }

  async getHistory(
    question: Question & { limit: number; cursor?: string },
  ): Promise<HistoryPage> {
    const { limit, cursor } = question;
    const { environment } = await this.#find(question);
    const page = await this.#given.store.history(environment.id, {
      limit,
      cursor,
    });
    return { ...page, items: [...page.items] };
  }

  async getDrift(question: Question): Promise<EnvironmentDrift> {
    const { environment } = await this.#find(question);
    return this.#given.drift.get(environment);
  }

  async #find({ credentials, id }: Question) {
    const visitor = await this.#given.gate.enter(credentials);
    return { visitor, environment: await visitor.find(id) };
  }

  #record(
    visitor: Visitor,
    environment: StoredEnvironment,
  ): Promise<EnvironmentRecord> {
    return this.#given.records.build(environment, visitor.verbs(environment));
  }
}

/** One environment, and who asks. */
export interface Question {
  readonly credentials: BackstageCredentials;
  readonly id: string;
}
