import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyNotice,
  TextButton,
  useControlStyles,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { closestName } from './model/closestName';
import { rowContains } from './model/filters';
import { Row } from '../parts/model/rows';
import { withoutFilters } from '../parts/model/viewState';
import { ViewControl } from './useViewState';

/** Names the filter as the cause, and the way out. */
export function NoMatch(props: {
  rows: readonly Row[];
  view: ViewControl;
}): JSX.Element {
  const { rows, view } = props;
  const { state, change } = view;
  const controls = useControlStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const q = state.q.trim();
  const found = rows.filter(row => rowContains(row, q)).length;
  const meant =
    found === 0
      ? closestName(
          q,
          rows.map(row => row.name),
        )
      : undefined;
  return (
    <EmptyNotice
      title={
        q
          ? t('workloads.empty.noMatch.title', { q })
          : t('workloads.empty.noMatch.titleFilters')
      }
      actions={
        <TextButton onClick={() => change(withoutFilters(state))}>
          {t('workloads.filters.clear')}
        </TextButton>
      }
    >
      {meant && (
        <>
          {t('workloads.empty.noMatch.didYouMean')}{' '}
          <button
            type="button"
            className={`${controls.plain} ${controls.link}`}
            onClick={() => change({ q: meant })}
          >
            {meant}
          </button>
          {'? '}
        </>
      )}
      {found > 0 && t('workloads.empty.noMatch.hidden', { count: found })}
    </EmptyNotice>
  );
}
