import { DriverError } from '../drivers/DriverError';
import { ClusterDriver } from '../drivers/types';
import { guardNamespace, GuardRefusal } from '../policy';
import { StoredEnvironment } from '../store/types';
import { StoppedError } from './errors';
import { VisitOptions } from './VisitOptions';

const WORDS: Readonly<Record<GuardRefusal, string>> = {
  'self-service-off': 'The cluster takes no self-service environments any more',
  'is-baseline': 'is a baseline, which is never touched',
  'not-ours': 'was made by somebody else and is not taken over',
  'other-environment': 'belongs to another environment',
  'other-uid': 'was deleted and made again by somebody else',
  'other-name': 'is not the one of this environment',
};

/** What a deletion leaves alone: nothing of it is ours, so for us it is gone. */
const NOTHING_OF_OURS: readonly GuardRefusal[] = [
  'not-ours',
  'other-environment',
  'other-uid',
];

/**
 * The last question before something is written: is the namespace there, and ours?
 *
 * @throws DriverError when the cluster does not answer, StoppedError when it may not be touched
 */
export async function guardWork(
  { domains }: Pick<VisitOptions, 'domains'>,
  environment: StoredEnvironment,
  driver: ClusterDriver,
  signal?: AbortSignal,
): Promise<boolean> {
  const [namespace, baselines] = await Promise.all([
    driver.get(
      {
        group: '',
        version: 'v1',
        kind: 'Namespace',
        name: environment.namespace,
      },
      signal,
    ),
    domains.baselinesIn(environment.cluster).catch(error => {
      if (error instanceof DriverError) {
        throw error;
      }
      throw new DriverError({
        message: 'It could not be found out which namespaces are baselines',
        cause: error,
      });
    }),
  ]);
  if (!namespace) {
    return false;
  }
  const refusal = guardNamespace({
    namespace,
    environment,
    selfService: true,
    baselines,
  });
  if (refusal === undefined) {
    return true;
  }
  if (environment.operation === 'delete' && NOTHING_OF_OURS.includes(refusal)) {
    return false;
  }
  throw new StoppedError({
    code: 'refused',
    message: `The namespace ${environment.namespace} ${WORDS[refusal]}.`,
  });
}
