import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Glyph,
  markOfCluster,
  StatusMark,
  useControlStyles,
  useTierLabel,
  workloadsReactTranslationRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { ClusterNote } from '../parts/ClusterNote';
import { ListGroup, sumsOf } from './model/listGroups';
import { useListStyles } from './useListStyles';

/** The head of a group: what its workloads have in common, and how they fare. */
export function ListGroupRow(props: {
  group: ListGroup;
  closed: boolean;
  columns: number;
  onToggle: (key: string) => void;
}): JSX.Element {
  const { group, closed, columns, onToggle } = props;
  const { by } = group;
  const classes = useListStyles();
  const controls = useControlStyles();
  const tierLabel = useTierLabel();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const shared = useTranslationRef(workloadsReactTranslationRef).t;

  let name = '';
  if (by.kind === 'environment') {
    name = tierLabel(by.column.environment.tier, by.column.environment.cluster);
  } else if (by.kind === 'system') {
    name = by.name ?? t('workloads.group.noSystem');
  } else if (by.kind === 'state') {
    name = shared(`state.${by.health}`);
  }
  const silent =
    by.kind === 'environment' && by.column.silent
      ? by.column.cluster
      : undefined;
  const sums = sumsOf(group.items);
  return (
    <tr className={classes.group}>
      <td colSpan={columns}>
        <button
          type="button"
          className={`${controls.plain} ${classes.groupName}`}
          aria-expanded={!closed}
          aria-label={t(
            closed ? 'workloads.group.open' : 'workloads.group.close',
            { name },
          )}
          onClick={() => onToggle(group.key)}
        >
          <Glyph name={closed ? 'right' : 'down'} size={12} />
          <b>{name}</b>
          {by.kind === 'environment' && (
            <span className={classes.faint}>{by.column.place}</span>
          )}
        </button>
        <span className={`${classes.groupName} ${classes.sum}`}>
          <StatusMark
            kind={silent ? markOfCluster(silent.state) : sums[0].health}
            decorative
          />
          <span>
            {silent && (
              <>
                <ClusterNote cluster={silent} />
                {' · '}
              </>
            )}
            {sums
              .map(({ health, count }) =>
                t(`workloads.group.sums.${health}`, { n: String(count) }),
              )
              .join(', ')}
          </span>
        </span>
      </td>
    </tr>
  );
}
