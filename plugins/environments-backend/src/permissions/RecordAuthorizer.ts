import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
  PermissionRuleset,
} from '@backstage/plugin-permission-node';
import {
  ENVIRONMENTS_VERBS,
  EnvironmentsVerb,
  recordPermissions,
} from '@domaindeck/backstage-plugin-environments-common';
import { ClusterDefinition } from '@domaindeck/backstage-plugin-workloads-node';
import { RecordFilter } from '../store/types';
import { RecordResource, RecordResourceFilter } from './recordResource';
import { toRecordFilter } from './toRecordFilter';

/** The rules of a verb's resource type: ours and those that modules added. */
export type RulesetOf = (
  verb: EnvironmentsVerb,
) => PermissionRuleset<RecordResource, RecordResourceFilter>;

/** What one caller may do, as decided in one call. Judging an environment asks nobody. */
export interface RecordAccess {
  may(verb: EnvironmentsVerb, resource: RecordResource): boolean;
  /** What may be viewed, for the database; undefined: nothing. */
  readonly viewable: RecordFilter | undefined;
}

/** What {@link RecordAuthorizer} needs. */
export interface RecordAuthorizerOptions {
  readonly permissions: PermissionsService;
  readonly rulesetOf: RulesetOf;
  readonly clusters: readonly ClusterDefinition[];
  /** Refs of owners by ref of the domain. */
  readonly domainOwners: () => Promise<ReadonlyMap<string, readonly string[]>>;
}

/** Asks for the decision on every verb at once and applies conditions here, or has the database apply them. */
export class RecordAuthorizer {
  readonly #options: RecordAuthorizerOptions;

  static create(options: RecordAuthorizerOptions): RecordAuthorizer {
    return new RecordAuthorizer(options);
  }

  private constructor(options: RecordAuthorizerOptions) {
    this.#options = options;
  }

  async authorize(credentials: BackstageCredentials): Promise<RecordAccess> {
    const { permissions, rulesetOf } = this.#options;
    const [decisions, owners] = await Promise.all([
      permissions.authorizeConditional(
        ENVIRONMENTS_VERBS.map(verb => ({
          permission: recordPermissions[verb],
        })),
        { credentials },
      ),
      this.#options.domainOwners(),
    ]);
    const judges = new Map(
      ENVIRONMENTS_VERBS.map((verb, index) => {
        const judge = createConditionAuthorizer(rulesetOf(verb));
        return [
          verb,
          (resource: RecordResource) => judge(decisions[index], resource),
        ] as const;
      }),
    );
    const viewing = decisions[ENVIRONMENTS_VERBS.indexOf('env-view')];
    return {
      may: (verb, resource) => judges.get(verb)?.(resource) ?? false,
      viewable: this.#viewable(viewing, owners),
    };
  }

  #viewable(
    decision: PolicyDecision,
    owners: ReadonlyMap<string, readonly string[]>,
  ): RecordFilter | undefined {
    if (decision.result !== AuthorizeResult.CONDITIONAL) {
      return decision.result === AuthorizeResult.ALLOW
        ? { allOf: [] }
        : undefined;
    }
    const transform = createConditionTransformer(
      this.#options.rulesetOf('env-view'),
    );
    return toRecordFilter(transform(decision.conditions), {
      clusters: this.#options.clusters,
      owners,
    });
  }
}
