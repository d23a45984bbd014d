/**
 * The verbs of the `workloads` plugin that exist today. An issue that builds a verb adds it here; its permission and
 * resource type follow from this table.
 * @public
 */
export const WORKLOADS_VERBS = [
  'view',
  'events',
  'metrics',
  'logs',
  'log-search',
  'log-download',
] as const;

/** A verb of the `workloads` plugin. @public */
export type WorkloadsVerb = (typeof WORKLOADS_VERBS)[number];
