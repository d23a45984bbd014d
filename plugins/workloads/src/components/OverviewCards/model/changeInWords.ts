import { Change } from '@domaindeck/backstage-plugin-workloads-common';
import { Phrase } from '../../../translation/Phrase';

type Tense = 'running' | 'done' | 'failed';

const TENSES: Record<Change['outcome'], Tense> = {
  'in-progress': 'running',
  succeeded: 'done',
  superseded: 'done',
  failed: 'failed',
};

/**
 * What a change did, as the rest of a sentence that begins with the name of the service.
 *
 * @param environment - Name of the environment in the reader's language.
 */
export function changeInWords(change: Change, environment: string): Phrase {
  const tense = TENSES[change.outcome] ?? 'done';
  if (change.type === 'scaling') {
    return change.from === undefined
      ? {
          key: `overview.change.scalingTo.${tense}`,
          params: { to: change.to, environment },
        }
      : {
          key: `overview.change.scaling.${tense}`,
          params: { from: change.from, to: change.to, environment },
        };
  }
  const params = { to: change.to, environment };
  switch (change.form) {
    case 'rollback':
    case 'restart':
    case 'configuration':
      return { key: `overview.change.${change.form}.${tense}`, params };
    default:
      return { key: `overview.change.release.${tense}`, params };
  }
}
