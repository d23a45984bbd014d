/**
 * Where a grant holds. Fields are ANDed, values of a field ORed; an absent field holds everywhere. A cluster with
 * `restricted: true` is reached only by a grant that names it in `clusters` or one of its tags in `tags`.
 * @public
 */
export interface GrantScope {
  readonly tiers?: readonly string[];
  readonly clusters?: readonly string[];
  readonly tags?: readonly string[];
}

/**
 * Gives a group or a person a role in domains.
 * @public
 */
export interface Grant {
  readonly id: string;
  /** Full ref of a group or user. A parent group's grant reaches the members of its children. */
  readonly subject: string;
  /** Domain refs; `owned`: the domains that the subject owns in the catalog; `all`: every domain. */
  readonly domains: readonly string[] | 'owned' | 'all';
  readonly where: GrantScope;
  readonly role: string;
  /** RFC 3339; the grant ends then. */
  readonly until?: string;
  readonly why?: string;
}
