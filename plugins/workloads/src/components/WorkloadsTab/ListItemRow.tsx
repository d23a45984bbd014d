import { memo } from 'react';
import { Link } from 'react-router-dom';
import {
  WorkloadIdentity,
  WorkloadUsage,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  Age,
  StateWord,
  UsageCell,
  useProblemText,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workloadsTranslationRef } from '../../translation';
import { LogsDoorLink } from '../parts/LogsDoorLink';
import { ListItem } from './model/listGroups';
import { useListStyles } from './useListStyles';
import { VersionText } from './VersionText';

/** One workload. */
export const ListItemRow = memo(LineBody);

function LineBody(props: {
  item: ListItem;
  showsEnvironment: boolean;
  showsUsage: boolean;
  /** Undefined where nothing was measured. */
  usage: WorkloadUsage | undefined;
  open: boolean;
  searchOf: (identity: WorkloadIdentity) => string;
  onOpen: (identity: WorkloadIdentity) => void;
}): JSX.Element {
  const { item, showsEnvironment, showsUsage, usage } = props;
  const { open, searchOf, onOpen } = props;
  const { workload, health, row, column, drift } = item;
  const classes = useListStyles();
  const tierLabel = useTierLabel();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const problemText = useProblemText();
  const { ready, desired } = workload.replicas;
  const silent = health === 'unknown';
  const name =
    workload.name === row.name ? row.name : `${row.name} · ${workload.name}`;
  return (
    // The link is the way for the keyboard; the row is a larger target for the mouse.
    <tr
      className={`${classes.item} ${open ? classes.on : ''}`}
      onClick={() => onOpen(workload)}
    >
      <td>
        <Link
          className={classes.name}
          to={{ search: searchOf(workload) }}
          onClick={event => event.stopPropagation()}
        >
          {name}
        </Link>
        <LogsDoorLink
          look="icon"
          label={t('workloads.matrix.logs', { name })}
          door={{
            service: workload.name,
            environment: `${workload.cluster}/${workload.namespace}`,
            since: workload.problems[0]?.since,
          }}
        />
      </td>
      {showsEnvironment && (
        <td>
          {tierLabel(column.environment.tier, column.environment.cluster)}{' '}
          <span className={classes.faint}>{column.place}</span>
        </td>
      )}
      <td title={silent ? undefined : workload.problems[0]?.detail}>
        <StateWord kind={health}>
          {silent ? undefined : problemText.reason(workload)}
        </StateWord>
      </td>
      <td>
        <VersionText version={workload.version} drift={drift} muted={silent} />
      </td>
      <td
        className={`${classes.number} ${ready < desired ? classes.strong : ''}`}
      >
        {ready}/{desired}
      </td>
      <td
        className={`${classes.number} ${
          workload.restarts > 0 ? classes.strong : classes.faint
        }`}
      >
        {workload.restarts}
      </td>
      {showsUsage && (
        <>
          <td>
            <UsageCell use={usage?.cpu} unit="cores" silent={silent} />
          </td>
          <td>
            <UsageCell use={usage?.memory} unit="bytes" silent={silent} />
          </td>
        </>
      )}
      <td className={`${classes.number} ${classes.faint}`}>
        <Age at={workload.changedAt ?? workload.createdAt} />
      </td>
    </tr>
  );
}
