import { useState } from 'react';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Glyph,
  markOfCluster,
  StatusMark,
  useCauseText,
  useControlStyles,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { ClusterNote } from '../parts/ClusterNote';
import { Column } from '../parts/model/columns';
import { useMatrixStyles } from './useMatrixStyles';

/** The head of one environment, with the menu that makes it the reference. */
export function MatrixHead(props: {
  column: Column;
  onMakeReference: (ref: string) => void;
}): JSX.Element {
  const { column, onMakeReference } = props;
  const { cluster, environment, isReference, silent, connecting } = column;
  const classes = useMatrixStyles();
  const controls = useControlStyles();
  const tierLabel = useTierLabel();
  const causeText = useCauseText();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const tier = tierLabel(environment.tier, environment.cluster);
  const troubled = silent || connecting || cluster.state === 'stale';
  const tone = [silent && classes.silent, isReference && classes.reference];
  return (
    <th
      scope="col"
      className={tone.find(Boolean) || undefined}
      title={cluster.reason && causeText(cluster.reason, cluster.cause)}
    >
      <div className={classes.environment}>
        {/* The blank parts the words where the name is read out. */}
        <span className={classes.tier} title={tier}>
          {tier}
        </span>{' '}
        {isReference && (
          <span
            className={classes.tag}
            title={t('workloads.matrix.referenceHint')}
          >
            {t('workloads.matrix.reference')}
          </span>
        )}
        <button
          type="button"
          className={`${controls.plain} ${classes.menu}`}
          aria-haspopup="menu"
          aria-expanded={anchor !== undefined}
          aria-label={t('workloads.matrix.columnMenu', { environment: tier })}
          onClick={event => setAnchor(event.currentTarget)}
        >
          <Glyph name="more" size={14} />
        </button>
        <Menu
          anchorEl={anchor}
          open={anchor !== undefined}
          onClose={() => setAnchor(undefined)}
          MenuListProps={{ dense: true }}
        >
          <MenuItem
            role="menuitemradio"
            aria-checked={isReference}
            onClick={() => {
              onMakeReference(environment.ref);
              setAnchor(undefined);
            }}
          >
            {t('workloads.matrix.makeReference')}
          </MenuItem>
        </Menu>
      </div>
      <div className={classes.where}>
        {silent ? (
          <StatusMark
            kind={markOfCluster(cluster.state)}
            decorative
            className={classes.whereMark}
          />
        ) : (
          <span
            className={classes.dot}
            style={connecting ? { background: 'none' } : undefined}
          />
        )}
        <span>
          {column.place}
          {troubled && (
            <>
              {' · '}
              {cluster.state === 'denied' ? (
                <ClusterNote cluster={{ ...cluster, reason: undefined }} />
              ) : (
                <ClusterNote cluster={cluster} />
              )}
            </>
          )}
        </span>
      </div>
    </th>
  );
}
