/**
 * What a token may or may not do. An absent list means all of that kind.
 * @public
 */
export interface TokenRule {
  /** Groups of the resources; the core group is the empty string. */
  readonly groups?: readonly string[];
  /** Plural names, such as `pods`. */
  readonly resources?: readonly string[];
  /** get, list, watch, create, update, patch, delete. */
  readonly verbs?: readonly string[];
  readonly namespaces?: readonly string[];
}

/**
 * A static bearer token of an embedded server.
 * @public
 */
export interface DemoToken {
  readonly token: string;
  /** The name that a 403 mentions. */
  readonly user: string;
  /** Absent: everything is allowed. */
  readonly allow?: readonly TokenRule[];
  /** Beats `allow`. */
  readonly deny?: readonly TokenRule[];
}

/**
 * A tuple to decide on.
 * @public
 */
export interface AccessAttributes {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  /** Undefined or empty for the cluster scope. */
  readonly namespace?: string;
}

/**
 * Whether a token may do a thing. A rule that names namespaces never covers a request for all of them.
 * @public
 */
export function isAllowed(
  token: DemoToken,
  attributes: AccessAttributes,
): boolean {
  const covers = (rule: TokenRule) => covered(rule, attributes);
  if (token.deny?.some(covers)) {
    return false;
  }
  return token.allow === undefined || token.allow.some(covers);
}

function covered(rule: TokenRule, attributes: AccessAttributes): boolean {
  return (
    includes(rule.groups, attributes.group) &&
    includes(rule.resources, attributes.resource) &&
    includes(rule.verbs, attributes.verb) &&
    includes(rule.namespaces, attributes.namespace ?? '')
  );
}

function includes(values: readonly string[] | undefined, value: string) {
  return !values || values.includes(value) || values.includes('*');
}
