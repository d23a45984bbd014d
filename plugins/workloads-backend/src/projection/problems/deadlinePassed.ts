import { isUnseen } from '../rollout';
import { FamilyRule } from './types';

/**
 * A rollout made no progress for as long as its Deployment allows. Of a newer specification, or of none that wants pods,
 * the condition does not speak.
 */
export const deadlinePassed: FamilyRule = ({ family }) => {
  const { root } = family;
  const progress = root.conditions.find(({ type }) => type === 'Progressing');
  if (
    root.kind !== 'Deployment' ||
    root.desired === 0 ||
    isUnseen(root) ||
    progress?.reason !== 'ProgressDeadlineExceeded'
  ) {
    return [];
  }
  const seconds = root.progressDeadlineSeconds;
  return [
    {
      code: 'deadline',
      failing: true,
      since: progress.since,
      detail: progress.message,
      object: `Deployment/${root.name}`,
      facts: {
        cause: 'rollout',
        updated: root.updated,
        total: root.desired,
        ...(seconds !== undefined && { seconds }),
      },
    },
  ];
};
