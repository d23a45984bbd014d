import { useCallback, useMemo } from 'react';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyNotice,
  WorkloadsData,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { Matrix } from './Matrix';
import { ChangesByWorkload } from './model/changes';
import { listItems } from './model/listGroups';
import { NoMatch } from './NoMatch';
import { TabModel } from './useTabModel';
import { ViewControl } from './useViewState';
import { WorkloadList } from './WorkloadList';

/** The matrix or the list, or why there is neither. */
export function WorkloadsContent(props: {
  entity: Entity;
  data: WorkloadsData;
  model: TabModel;
  changes?: ChangesByWorkload;
  view: ViewControl;
  /** Width of the card in pixels. */
  width: number;
  onSortAgain: () => void;
}): JSX.Element {
  const { entity, data, model, changes, view, width, onSortAgain } = props;
  const { state, change, open, searchOf } = view;
  const { columns, rows, shown } = model;
  const { t } = useTranslationRef(workloadsTranslationRef);
  const makeReference = useCallback((ref: string) => change({ ref }), [change]);
  const awaiting = columns.some(column => column.connecting);
  const { q, health, problems, drifted } = state;
  const items = useMemo(
    () =>
      state.view === 'list'
        ? listItems(shown, columns, { q, health, problems, drifted }, changes)
        : [],
    [state.view, shown, columns, q, health, problems, drifted, changes],
  );

  if (rows.length === 0 || (data.workloads.length === 0 && !awaiting)) {
    return (
      <EmptyNotice glyph="box" title={t('workloads.empty.nothing.title')}>
        {t('workloads.empty.nothing.text', {
          name: entity.metadata.name,
          count: columns.length,
        })}
      </EmptyNotice>
    );
  }
  if (shown.length === 0) {
    return <NoMatch rows={rows} view={view} />;
  }
  if (state.view === 'list') {
    return (
      <WorkloadList
        entityRef={stringifyEntityRef(entity)}
        width={width}
        items={items}
        state={state}
        awaiting={awaiting}
        searchOf={searchOf}
        onOpen={open}
        onSort={sort => change({ sort })}
      />
    );
  }
  return (
    <Matrix
      rows={shown}
      columns={columns}
      width={width}
      open={state.open}
      changes={changes}
      searchOf={searchOf}
      onMakeReference={makeReference}
      onSortAgain={onSortAgain}
    />
  );
}
