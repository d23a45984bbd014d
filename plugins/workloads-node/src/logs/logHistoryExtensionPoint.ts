import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { LogHistoryFactory } from './LogHistorySource';

/**
 * Teaches the portal to read another kind of log store.
 * @public
 */
export interface LogHistoryExtensionPoint {
  /**
   * @param type - the value of `workloads.clusters.<name>.logs.type` that chooses it
   * @throws ConflictError when the type exists already
   */
  addType(type: string, factory: LogHistoryFactory): void;
}

/**
 * Extension point of the `workloads` plugin for {@link LogHistoryExtensionPoint}.
 * @public
 */
export const logHistoryExtensionPoint =
  createExtensionPoint<LogHistoryExtensionPoint>({
    id: 'workloads.log-history',
  });
