import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentDrift,
  EnvironmentRecord,
  ServiceStatus,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  FailureNote,
  RemoteResult,
  StateWord,
  tokensOf,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useMe, useRecordText } from '../../../hooks';
import { isMine } from '../../../model/listView';
import { environmentsTranslationRef } from '../../../translation';
import { ServiceDoor } from '../../parts/ServiceDoor';
import { useCardStyles } from '../../parts/useCardStyles';
import { AgainstBaseline } from './AgainstBaseline';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      scroll: { position: 'relative', overflowX: 'auto' },
      table: {
        width: '100%',
        minWidth: 500,
        borderCollapse: 'separate',
        borderSpacing: 0,
        fontSize: 13,
        lineHeight: '20px',
        '& th, & td': {
          padding: '4px 8px',
          textAlign: 'left',
          fontWeight: 400,
          borderBottom: `1px solid ${tokens.border}`,
        },
        '& thead th': {
          height: 32,
          color: tokens.text3,
          fontSize: 12,
          borderBottomColor: tokens.border2,
        },
        '& tbody th, & tbody td': { height: 40 },
        '& tr > *:first-child': { paddingLeft: 16 },
        '& tr > *:last-child': { paddingRight: 12, textAlign: 'right' },
        '& tbody:last-child tr:last-child > *': { borderBottom: 0 },
      },
      group: {
        '& > th': {
          height: '28px !important',
          background: tokens.sunken,
          fontSize: 12,
          fontWeight: 600,
          textAlign: 'left !important' as 'left',
        },
        '& span': { color: tokens.text3, fontWeight: 400 },
      },
      name: { fontWeight: 600, overflowWrap: 'anywhere' },
      shared: {
        '& > *': { height: '34px !important', color: tokens.text2 },
      },
      version: {
        fontFamily: tokens.mono,
        fontSize: 12,
        overflowWrap: 'anywhere',
      },
      // A mark has no line of writing to stand on.
      health: { display: 'flex', '& > span': { display: 'flex' } },
      doors: { display: 'inline-flex', gap: 2 },
    };
  },
  { name: 'DomainDeckEnvironmentServices' },
);

/** The services, one's own and shared ones, with the doors to their workloads, logs and metrics. */
export function ServicesCard(props: {
  record: EnvironmentRecord;
  drift: RemoteResult<EnvironmentDrift>;
}): JSX.Element {
  const { record, drift } = props;
  const classes = useStyles();
  const cards = useCardStyles();
  const tierLabel = useTierLabel();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const own = record.services.filter(one => one.own);
  const shared = record.services.filter(one => !one.own);
  const mine = isMine(record, useMe());
  const compared = drift.status === 'ready' ? drift.data : undefined;
  return (
    <section className={cards.card} aria-label={t('detail.services.title')}>
      <header className={`${cards.head} ${cards.ruled}`}>
        <h3>{t('detail.services.title')}</h3>
        <span className={`${cards.faint} ${cards.grow}`}>
          {t(mine ? 'detail.services.counts' : 'detail.services.ownCounts', {
            own: String(own.length),
            shared: String(shared.length),
          })}
        </span>
        <ServiceDoor to="workloads" environment={record.ref}>
          {t('detail.services.workloads')}
        </ServiceDoor>
        <ServiceDoor to="logs" environment={record.ref}>
          {t('detail.services.logs')}
        </ServiceDoor>
        <ServiceDoor to="metrics" environment={record.ref}>
          {t('detail.services.metrics')}
        </ServiceDoor>
      </header>
      {drift.status === 'failed' && (
        <div className={cards.padded}>
          <FailureNote
            title={t('detail.services.failed')}
            error={drift.error}
            kind="failed"
            retry={{ label: t('common.retry'), onRetry: drift.reload }}
          />
        </div>
      )}
      <div className={classes.scroll}>
        <table
          className={classes.table}
          aria-label={t('detail.services.title')}
        >
          <thead>
            <tr>
              <th scope="col">{t('detail.services.head.service')}</th>
              <th scope="col">{t('detail.services.head.version')}</th>
              <th scope="col">{t('detail.services.head.health')}</th>
              <th scope="col">{t('detail.services.head.baseline')}</th>
              <th scope="col">
                <span className={cards.screenReader}>
                  {t('detail.services.head.doors')}
                </span>
              </th>
            </tr>
          </thead>
          <tbody>
            <tr className={classes.group}>
              <th scope="rowgroup" colSpan={5}>
                {t(mine ? 'detail.services.yours' : 'detail.services.own')}{' '}
                <span>{t('detail.services.yoursNote')}</span>
              </th>
            </tr>
            {own.map(service => (
              <tr key={service.name}>
                <th scope="row">
                  <span className={classes.name}>{service.name}</span>
                </th>
                <td className={classes.version}>{service.version}</td>
                <td>
                  <div className={classes.health}>
                    <ServiceHealth
                      service={service}
                      asleep={record.state === 'asleep'}
                    />
                  </div>
                </td>
                <td>
                  <AgainstBaseline
                    service={service}
                    drift={compared?.services.find(
                      one => one.service === service.name,
                    )}
                    checking={drift.status === 'loading'}
                    mine={mine}
                  />
                </td>
                <td>
                  <span className={classes.doors}>
                    <ServiceDoor
                      to="logs"
                      look="icon"
                      environment={record.ref}
                      service={service.name}
                      label={t('detail.services.logsOf', {
                        name: service.name,
                      })}
                    />
                    <ServiceDoor
                      to="metrics"
                      look="icon"
                      environment={record.ref}
                      service={service.name}
                      label={t('detail.services.metricsOf', {
                        name: service.name,
                      })}
                    />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
          {shared.length > 0 && (
            <tbody>
              <tr className={classes.group}>
                <th scope="rowgroup" colSpan={5}>
                  {t('detail.services.shared')}{' '}
                  <span>
                    {t('detail.services.sharedNote', {
                      tier: tierLabel(record.tier, record.cluster),
                    })}
                  </span>
                </th>
              </tr>
              {shared.map(service => (
                <tr key={service.name} className={classes.shared}>
                  <th scope="row">{service.name}</th>
                  <td className={classes.version}>{service.version}</td>
                  <td>
                    <div className={classes.health}>
                      <ServiceHealth service={service} asleep={false} />
                    </div>
                  </td>
                  <td>{service.store && t('detail.services.store')}</td>
                  <td>
                    <ServiceDoor
                      to="workloads"
                      look="link"
                      environment={record.baseline}
                      service={service.name}
                      label={t('detail.services.baselineOf', {
                        name: service.name,
                      })}
                    >
                      {t('detail.services.baseline')}
                    </ServiceDoor>
                  </td>
                </tr>
              ))}
            </tbody>
          )}
        </table>
      </div>
    </section>
  );
}

function ServiceHealth(props: {
  service: ServiceStatus;
  asleep: boolean;
}): JSX.Element {
  const { service, asleep } = props;
  const text = useRecordText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  if (service.paused) {
    return (
      <StateWord kind="suspended">{t('detail.services.paused')}</StateWord>
    );
  }
  if (asleep) {
    return <StateWord kind="asleep">{t('detail.services.asleep')}</StateWord>;
  }
  return (
    <span title={service.reason?.message}>
      <StateWord kind={service.health}>
        {service.reason && service.health !== 'healthy'
          ? text.reason(service.reason)
          : undefined}
      </StateWord>
    </span>
  );
}
