import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  StatusMark,
  tokensOf,
  useTierLabel,
  workloadsReactTranslationRef,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { ClusterNote } from '../parts/ClusterNote';
import { Cell } from '../parts/model/cells';
import { Column } from '../parts/model/columns';
import { Row } from '../parts/model/rows';
import { CardLink } from './CardLink';
import { searchOf, searchOfWorkload } from './model/searchOf';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      scroll: { overflowX: 'auto' },
      table: {
        width: '100%',
        borderCollapse: 'collapse',
        tableLayout: 'fixed',
        fontSize: 13,
        lineHeight: '20px',
        '& tbody tr + tr': { borderTop: `1px solid ${tokens.border}` },
      },
      first: { width: 184 },
      head: {
        padding: '6px 4px',
        borderBottom: `1px solid ${tokens.border}`,
        fontSize: 12,
        fontWeight: 400,
        color: tokens.text2,
        textAlign: 'center',
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      environment: {
        padding: '5px 16px',
        textAlign: 'left',
        fontWeight: 600,
        '& a': { color: tokens.text, textDecoration: 'none' },
        '& a:hover': { textDecoration: 'underline' },
      },
      place: {
        display: 'block',
        fontSize: 12,
        lineHeight: '16px',
        fontWeight: 400,
        color: tokens.text3,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      silent: {
        background: `repeating-linear-gradient(135deg, ${tokens.sunken} 0 6px, ${tokens.hatch} 6px 12px)`,
      },
      cell: { padding: 0, height: 43 },
      failed: {
        background: tokens.bad.tint,
        boxShadow: `inset 0 -2px 0 ${tokens.bad.mark}`,
      },
      degraded: {
        background: tokens.warn.tint,
        boxShadow: `inset 0 -2px 0 ${tokens.warn.mark}`,
      },
      mark: {
        display: 'grid',
        placeItems: 'center',
        width: '100%',
        height: '100%',
        minHeight: 28,
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: -2,
        },
      },
    };
  },
  { name: 'DomainDeckHealth' },
);

/** A row per environment, a mark per service. */
export function HealthTable(props: {
  environments: readonly Column[];
  services: readonly Row[];
  tabPath?: string;
}): JSX.Element {
  const { environments, services, tabPath } = props;
  const classes = useStyles();
  const tierLabel = useTierLabel();
  const { t } = useTranslationRef(workloadsTranslationRef);
  return (
    <div className={classes.scroll}>
      <table
        className={classes.table}
        style={{ minWidth: 184 + services.length * 56 }}
        aria-label={t('overview.health.grid')}
      >
        <thead>
          <tr>
            <th
              scope="col"
              className={`${classes.head} ${classes.first}`}
              aria-label={t('overview.health.environment')}
            />
            {services.map(({ key, name }) => (
              <th key={key} scope="col" className={classes.head} title={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {environments.map((column, i) => {
            const tier = tierLabel(
              column.environment.tier,
              column.environment.cluster,
            );
            return (
              <tr
                key={column.environment.ref}
                className={column.silent ? classes.silent : undefined}
              >
                <th scope="row" className={classes.environment}>
                  <CardLink
                    tabPath={tabPath}
                    search={searchOf({ env: [column.environment.ref] })}
                  >
                    {tier}
                  </CardLink>
                  <span className={classes.place}>
                    {column.place}
                    {column.silent && (
                      <>
                        {' · '}
                        <ClusterNote
                          cluster={{ ...column.cluster, reason: undefined }}
                        />
                      </>
                    )}
                  </span>
                </th>
                {services.map(({ key, name, cells }) => (
                  <HealthMark
                    key={key}
                    cell={cells[i]}
                    name={t('overview.health.inEnvironment', {
                      name,
                      environment: tier,
                    })}
                    tabPath={tabPath}
                  />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function HealthMark(props: {
  cell: Cell;
  /** Service and environment. */
  name: string;
  tabPath?: string;
}): JSX.Element {
  const { cell, name, tabPath } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const shared = useTranslationRef(workloadsReactTranslationRef).t;
  if (cell.kind !== 'workloads') {
    const label = `${name}, ${
      cell.kind === 'absent'
        ? shared('state.none')
        : t('workloads.matrix.loading')
    }`;
    return (
      <td className={classes.cell}>
        <span className={classes.mark}>
          <StatusMark
            kind={cell.kind === 'absent' ? 'none' : 'unknown'}
            label={label}
          />
        </span>
      </td>
    );
  }
  const { health, lead } = cell;
  const label = `${name}, ${shared(`state.${health}`)}`;
  const tone =
    health === 'failed' || health === 'degraded' ? classes[health] : '';
  return (
    <td className={`${classes.cell} ${tone}`}>
      <CardLink
        tabPath={tabPath}
        search={searchOfWorkload(lead)}
        className={classes.mark}
        label={label}
        title={label}
      >
        <StatusMark
          kind={health}
          label={label}
          decorative={tabPath !== undefined}
        />
      </CardLink>
    </td>
  );
}
