import { useMemo, useRef, useState } from 'react';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles } from '@material-ui/core/styles';
import { Entity } from '@backstage/catalog-model';
import {
  FeedConnection,
  isSilent,
  PartialFailure,
  useTabKeys,
  useWidth,
  WorkloadsData,
} from '@domaindeck/backstage-plugin-workloads-react';
import { PANEL_WIDTH, WorkloadPanel } from '../WorkloadPanel';
import { Attention } from './Attention';
import { ConnectionLost } from './ConnectionLost';
import { Filters } from './Filters';
import { Heading } from './Heading';
import { KeysDialog } from './KeysDialog';
import { Legend } from './Legend';
import { LiveBadge } from '../parts/LiveBadge';
import { NARROW_PX } from './Matrix';
import {
  identityOf,
  neighbourEnvironment,
  neighbourProblem,
} from './model/neighbours';
import { hasFilters } from '../parts/model/viewState';
import { NoEnvironment } from './NoEnvironment';
import { ChangesNote } from './ChangesNote';
import { useChangedFilter } from './useChangedFilter';
import { useTabModel } from './useTabModel';
import { useViewState } from './useViewState';
import { WorkloadsContent } from './WorkloadsContent';

/** Before the first measure, and where nothing can be measured, the wide form is right. */
const ASSUMED_PX = 1200;

const useStyles = makeStyles(
  theme => ({
    root: {
      fontFamily: theme.typography.fontFamily,
      display: 'flex',
      flexDirection: 'column',
      gap: 16,
      minWidth: 0,
      transition: 'margin 225ms cubic-bezier(.4, 0, .2, 1)',
      '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
    },
    pushed: { marginRight: PANEL_WIDTH },
  }),
  { name: 'DomainDeckWorkloads' },
);

/** The tab once something is known. */
export function LiveWorkloads(props: {
  entity: Entity;
  entityRef: string;
  data: WorkloadsData;
  connection: FeedConnection;
  onTryNow: () => void;
}): JSX.Element {
  const { entity, entityRef, data, connection, onTryNow } = props;
  const classes = useStyles();
  const view = useViewState();
  const { state, change, open, searchOf } = view;
  const changed = useChangedFilter(entityRef, state.changed, data.workloads);
  const [asked, setAsked] = useState(0);
  const [showsKeys, setShowsKeys] = useState(false);
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const width = useWidth(root) ?? ASSUMED_PX;
  const pushes = useMediaQuery('(min-width: 1281px)');
  const searchRef = useRef<HTMLInputElement>(null);
  const model = useTabModel(data, state, asked, changed.changes);
  const { columns, rows, troubles } = model;

  const problems = useMemo(
    () => troubles.map(({ workload }) => identityOf(workload)),
    [troubles],
  );
  const environments = useMemo(
    () => columns.map(column => column.environment),
    [columns],
  );
  const toProblem = (step: 1 | -1) => {
    const next = neighbourProblem(troubles, state.open, step);
    if (next) {
      open(next);
    }
  };
  const toEnvironment = (step: 1 | -1) => {
    const next = state.open && neighbourEnvironment(rows, state.open, step);
    if (next) {
      open(next);
    }
  };
  useTabKeys({
    '/': () => searchRef.current?.focus(),
    j: () => toProblem(1),
    k: () => toProblem(-1),
    J: () => toProblem(1),
    K: () => toProblem(-1),
    '[': () => toEnvironment(-1),
    ']': () => toEnvironment(1),
    '?': () => setShowsKeys(true),
  });

  if (data.environments.length === 0) {
    return <NoEnvironment entity={entity} />;
  }

  const nobodyAnswers =
    data.clusters.length > 0 && data.clusters.every(isSilent);
  const asOf = nobodyAnswers
    ? data.clusters
        .map(cluster => cluster.asOf ?? '')
        .sort()
        .at(-1)
    : undefined;
  const narrow = width < NARROW_PX;

  return (
    <>
      <div
        ref={setRoot}
        className={`${classes.root} ${
          state.open && pushes ? classes.pushed : ''
        }`}
      >
        <Heading model={model} filtered={hasFilters(state)} asOf={asOf}>
          <LiveBadge clusters={data.clusters} connection={connection} />
        </Heading>
        {connection.kind === 'retrying' && (
          <ConnectionLost retryAt={connection.retryAt} onTryNow={onTryNow} />
        )}
        <PartialFailure clusters={data.clusters} />
        <Attention
          troubles={troubles}
          narrow={narrow}
          searchOf={searchOf}
          onShowAll={() => change({ problems: true })}
        />
        <Filters
          view={view}
          model={model}
          lastLook={changed.lastLook}
          environments={data.environments}
          searchRef={searchRef}
          width={width}
        />
        <ChangesNote filter={changed} />
        <WorkloadsContent
          entity={entity}
          data={data}
          model={model}
          changes={changed.changes}
          view={view}
          width={width}
          onSortAgain={() => setAsked(asked + 1)}
        />
        <Legend
          reference={model.reference}
          onShowKeys={() => setShowsKeys(true)}
        />
      </div>
      {state.open && (
        <WorkloadPanel
          entityRef={entityRef}
          workloads={data.workloads}
          environments={environments}
          clusters={data.clusters}
          open={state.open}
          onOpen={open}
          problems={problems}
        />
      )}
      <KeysDialog open={showsKeys} onClose={() => setShowsKeys(false)} />
    </>
  );
}
