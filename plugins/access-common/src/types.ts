import { Grant, GrantScope } from './grants';
import { Roles } from './roles';

/**
 * Who asks: a person with every department that the person belongs to, directly or through a parent.
 * @public
 */
export interface AccessSubject {
  /** Full ref of the person. */
  readonly ref: string;
  /**
   * For each group the way that leads to it, person first and the group last:
   * `[user:default/a, group:default/team, group:default/department]`.
   */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

/**
 * What an access decision needs to know of an environment.
 * @public
 */
export interface AccessEnvironment {
  readonly cluster: string;
  readonly tier: string;
  readonly tags: readonly string[];
  readonly restricted: boolean;
  readonly domainRef: string;
}

/**
 * Everything that decides, but the question itself.
 * @public
 */
export interface AccessRules {
  readonly grants: readonly Grant[];
  readonly roles: Roles;
  /** Refs of the owners of each domain, as the catalog has them. */
  readonly domainOwners: ReadonlyMap<string, readonly string[]>;
}

/**
 * Where the right comes from: a grant, or the ownership of the domain in the catalog.
 * @public
 */
export type GrantSource =
  | { readonly type: 'grant'; readonly grant: Grant }
  | { readonly type: 'ownership'; readonly ownerRef: string };

/**
 * A grant that reaches a person or department.
 * @public
 */
export interface HeldGrant {
  readonly source: GrantSource;
  /** From the person to the subject of the grant, both included. */
  readonly path: readonly string[];
  /** Resolved: `owned` is already replaced by the domains. */
  readonly domainRefs: readonly string[] | 'all';
  readonly where: GrantScope;
  readonly role: string;
}

/**
 * A grant that reaches a person and whose role holds the verb asked for.
 * @public
 */
export interface EffectiveGrant extends HeldGrant {
  readonly verb: string;
}

/**
 * The answer with its reasons.
 * @public
 */
export type AccessDecision =
  | { readonly allowed: true; readonly because: readonly EffectiveGrant[] }
  | {
      readonly allowed: false;
      /** Roles that hold the verb, the one with the fewest verbs first. */
      readonly rolesWithVerb: readonly string[];
      /** Grants with the verb that reach the person, but not this environment. */
      readonly elsewhere: readonly EffectiveGrant[];
    };
