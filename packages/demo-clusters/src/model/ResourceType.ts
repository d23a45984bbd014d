/**
 * One row of a server's discovery: a kind of object and where it is found.
 * @public
 */
export interface ResourceType {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  /** Plural, as in paths. */
  readonly resource: string;
  readonly singular: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly shortNames: readonly string[];
  /** Whether spec and status are written through paths of their own. */
  readonly hasStatus: boolean;
  /** `stored` kinds are kept; a `review` is answered at once and never kept. */
  readonly nature: 'stored' | 'review';
  /** Shape that the real server gives to the empty object of a bookmark, beside its metadata. */
  readonly bookmarkBody: Readonly<Record<string, unknown>>;
}

/**
 * `v1` or `apps/v1`.
 * @public
 */
export function apiVersionOf(type: ResourceType): string {
  return type.group ? `${type.group}/${type.version}` : type.version;
}

/**
 * The name that messages use: `pods` or `deployments.apps`.
 * @public
 */
export function qualifiedResource(type: ResourceType): string {
  return type.group ? `${type.resource}.${type.group}` : type.resource;
}
