import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentWarning,
  SpecificationProblem,
} from '@domaindeck/backstage-plugin-environments-common';
import { useWarningText } from '../../hooks';
import { blocksOf } from '../../model/warningKey';
import { environmentsTranslationRef } from '../../translation';
import { Obstacle } from './CreateFooter';
import { FormFocus } from './useFormFocus';
import { PlanState } from './usePlan';
import { useProblemText } from './useProblemText';
import { Way } from './useWayOut';

/** Everything that is in the way of the button: mistakes, what the plan forbids, and that nothing is checked. */
export function useObstacles(options: {
  readonly problems: readonly SpecificationProblem[];
  readonly state: PlanState;
  /** What the last answer forbade beside the plan. */
  readonly answered: readonly EnvironmentWarning[];
  readonly wayOf: (warning: EnvironmentWarning) => Way | undefined;
  readonly focus: FormFocus;
  /** Nothing would change. */
  readonly nothing: boolean;
}): readonly Obstacle[] {
  const { problems, state, answered, wayOf, focus, nothing } = options;
  const text = useWarningText();
  const problemText = useProblemText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  return useMemo(() => {
    const blocks = [
      ...blocksOf(state.plan?.warnings ?? []),
      ...answered.filter(
        one =>
          !(state.plan?.warnings ?? []).some(
            known => known.message === one.message,
          ),
      ),
    ];
    const obstacles: Obstacle[] = [
      ...problems.map(problem => ({
        key: `${problem.path} ${problem.code}`,
        text: problemText(problem),
        ...(problem.path === 'name'
          ? {
              way: {
                label: t('form.create.toName'),
                take: () => focus.goTo({ part: 'name' as const }),
              },
            }
          : {}),
      })),
      ...blocks.map(warning => ({
        key: `${warning.code} ${warning.message}`,
        text: text.sentence(warning),
        way: wayOf(warning),
      })),
    ];
    if (obstacles.length > 0) {
      return obstacles;
    }
    if (nothing) {
      return [{ key: 'nothing', text: t('form.create.nothing') }];
    }
    return state.checked
      ? []
      : [
          {
            key: 'unchecked',
            text: t('form.create.notChecked'),
            ...(state.error
              ? {
                  way: { label: t('form.create.again'), take: state.retry },
                }
              : {}),
          },
        ];
  }, [problems, state, answered, wayOf, focus, nothing, text, problemText, t]);
}
