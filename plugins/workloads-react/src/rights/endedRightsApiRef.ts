import { ComponentType, ReactNode } from 'react';
import { createApiRef } from '@backstage/frontend-plugin-api';

/**
 * Tells people why they see nothing of an entity any more.
 * @public
 */
export interface EndedRightsApi {
  /** Shows what ended of what the reader held there, and whom to ask; `otherwise` where nothing did. */
  readonly Note: ComponentType<{
    /** Full entity reference, such as `domain:default/payments`. */
    entityRef: string;
    otherwise?: ReactNode;
  }>;
}

/**
 * Whoever keeps the rights registers it: the `access` plugin does in both frontend systems. A portal without one tells
 * nothing.
 * @public
 */
export const endedRightsApiRef = createApiRef<EndedRightsApi>().with({
  id: 'plugin.access.ended-rights',
  pluginId: 'access',
});
