/**
 * The verbs of the `environments` plugin.
 *
 * `env-view`: seeing an environment, its plan, steps and history. `env-create`: making one in a cluster; judged on the
 * domain's baseline there. `env-manage`: changing, extending, putting to sleep, deleting one; who may do so only with
 * their own has it under a condition. `quota-manage`: keeping one beyond its end and beyond the limits.
 * @public
 */
export const ENVIRONMENTS_VERBS = [
  'env-view',
  'env-create',
  'env-manage',
  'quota-manage',
] as const;

/** A verb of the `environments` plugin. @public */
export type EnvironmentsVerb = (typeof ENVIRONMENTS_VERBS)[number];
