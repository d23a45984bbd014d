import { EnvironmentResource } from '../permissions/types';
import { BoundEnvironment } from './types';

/** An environment as permission rules judge it. */
export function environmentResource(
  environment: BoundEnvironment,
  domainOwnerRefs: readonly string[],
): EnvironmentResource {
  return { ...environment, domainOwnerRefs };
}
