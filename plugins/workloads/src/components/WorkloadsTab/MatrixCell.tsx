import { memo, useRef } from 'react';
import Skeleton from '@material-ui/lab/Skeleton';
import { Link } from 'react-router-dom';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Change,
  WorkloadIdentity,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  Age,
  StatusMark,
  useProblemText,
  workloadsReactTranslationRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { Cell } from '../parts/model/cells';
import { useCellStyles } from './useCellStyles';
import { useChangeText } from './useChangeText';
import { VersionText } from './VersionText';

interface MatrixCellProps {
  cell: Cell;
  /** Name of the service. */
  name: string;
  /** Name of the environment. */
  environment: string;
  /** `row:column`, by which the matrix finds it. */
  place: string;
  /** Whether Tab leads to it. */
  current: boolean;
  narrow: boolean;
  /** So narrow that only mark, version and ready have room. */
  slim: boolean;
  tight: boolean;
  open: boolean;
  /** The change to tell of, while only changes are shown. */
  change?: Change;
  searchOf: (identity: WorkloadIdentity) => string;
}

/** One service in one environment: a link that says everything in its name. */
export const MatrixCell = memo(CellBody);

function CellBody(props: MatrixCellProps): JSX.Element {
  const { cell, name, environment, place, current } = props;
  const { narrow, slim, tight, open, change, searchOf } = props;
  const classes = useCellStyles();
  const problemText = useProblemText();
  const changeText = useChangeText();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const shared = useTranslationRef(workloadsReactTranslationRef).t;
  const changed = useChanged(textOf(cell));
  const tabIndex = current ? 0 : -1;

  if (cell.kind !== 'workloads') {
    const where = t('workloads.matrix.inEnvironment', { name, environment });
    const what = t(
      cell.kind === 'loading'
        ? 'workloads.matrix.loading'
        : 'workloads.matrix.notHere',
    );
    return (
      <div
        className={[
          classes.cell,
          classes.absent,
          (tight || narrow) && classes.tight,
        ]
          .filter(Boolean)
          .join(' ')}
        role="group"
        aria-label={`${where}, ${what}`}
        data-place={place}
        tabIndex={tabIndex}
      >
        {cell.kind === 'loading' ? (
          <Skeleton
            animation="wave"
            style={{ gridColumn: '1 / 3', width: '64%' }}
          />
        ) : (
          <>
            <StatusMark kind="none" decorative className={classes.mark} />
            <span className={classes.version}>{what}</span>
          </>
        )}
      </div>
    );
  }

  const { lead, more, health, drift } = cell;
  const { ready, desired } = lead.replicas;
  const silent = health === 'unknown';
  const reason = [
    silent ? undefined : problemText.reason(lead),
    change && changeText(change),
  ]
    .filter(Boolean)
    .join(' · ');
  const label = [
    t('workloads.matrix.inEnvironment', { name, environment }),
    shared(`state.${health}`),
    reason,
    lead.version,
    t('workloads.matrix.ready', {
      ready: String(ready),
      desired: String(desired),
    }),
    more > 0 && t('workloads.matrix.moreWorkloads', { n: String(more) }),
  ]
    .filter(Boolean)
    .join(', ');
  const tone = {
    failed: classes.failed,
    degraded: classes.degraded,
    progressing: classes.progressing,
    unknown: classes.silent,
    healthy: '',
    suspended: '',
  }[health];
  const names = [
    classes.cell,
    classes.link,
    tone,
    tight && classes.tight,
    narrow && classes.narrow,
    slim && classes.slim,
    change && classes.told,
    open && classes.open,
    changed > 0 && (changed % 2 ? classes.changedOdd : classes.changedEven),
  ];
  const [worst] = lead.problems;
  return (
    <Link
      to={{ search: searchOf(lead) }}
      className={names.filter(Boolean).join(' ')}
      aria-label={label}
      aria-current={open ? 'true' : undefined}
      title={silent ? undefined : worst?.detail}
      data-place={place}
      tabIndex={tabIndex}
    >
      <StatusMark kind={health} decorative className={classes.mark} />
      <span className={classes.version}>
        <VersionText
          version={lead.version}
          drift={drift}
          muted={silent}
          bare={slim}
        />
        {more > 0 && (
          <span className={classes.more}>
            {t('workloads.matrix.more', { n: String(more) })}
          </span>
        )}
      </span>
      <span className={classes.ready}>
        {ready}/{desired}
      </span>
      <span className={classes.why}>{reason}</span>
      <Age
        className={classes.age}
        at={worst?.since ?? lead.changedAt ?? lead.createdAt}
      />
    </Link>
  );
}

/** What a reader would call the same text, so that only a real change fades in. */
function textOf(cell: Cell): string {
  if (cell.kind !== 'workloads') {
    return cell.kind;
  }
  const { lead, health, more } = cell;
  const { ready, desired } = lead.replicas;
  return [health, lead.version, ready, desired, lead.reason, more].join(' ');
}

/** Counts how often a text changed since the first time it was seen. */
function useChanged(text: string): number {
  const seen = useRef({ text, changes: 0 });
  if (seen.current.text !== text) {
    seen.current = { text, changes: seen.current.changes + 1 };
  }
  return seen.current.changes;
}
