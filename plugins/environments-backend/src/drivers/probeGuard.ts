import { DriverError } from './DriverError';
import { ClusterDriver } from './types';

/** Name of the admission policy in `manifests/guard.yaml`. */
const POLICY = 'domaindeck-environments';

/** Whether a cluster keeps our account to environments; `unknown` where something else refuses, too. */
export type GuardState = 'installed' | 'missing' | 'unknown';

/**
 * Finds out whether the admission policy holds, by trying what it has to refuse: a write into a namespace that every
 * cluster has and that is no environment. It is a try, so nothing is written where the policy is missing.
 *
 * @throws DriverError when the cluster does not answer
 */
export async function probeGuard(
  driver: ClusterDriver,
  signal?: AbortSignal,
): Promise<GuardState> {
  try {
    await driver.apply(
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'domaindeck-guard', namespace: 'default' },
      },
      { dryRun: true, signal },
    );
    return 'missing';
  } catch (error) {
    if (!(error instanceof DriverError) || error.status !== 403) {
      throw error;
    }
    return error.message.includes(`ValidatingAdmissionPolicy '${POLICY}'`)
      ? 'installed'
      : 'unknown';
  }
}
