/**
 * The verbs of the `access` plugin. `grant-manage`: changing who may do what. `audit`: reading the record.
 * @public
 */
export const ACCESS_VERBS = ['grant-manage', 'audit'] as const;

/** A verb of the `access` plugin. @public */
export type AccessVerb = (typeof ACCESS_VERBS)[number];
