import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Count,
  Options,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  FailureNote,
  RemoteResult,
  TextButton,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { usualChoices } from '../../model/draft';
import { environmentsTranslationRef } from '../../translation';
import { Bar } from '../parts/Bar';
import { HoldersDialog } from '../parts/HoldersDialog';
import { useCardStyles } from '../parts/useCardStyles';

/** A limit up to which every place has a cell of its own. */
const MOST_CELLS = 6;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: '4px 32px',
        padding: '4px 16px',
        minHeight: 36,
        borderBottom: `1px solid ${tokens.border}`,
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.text2,
      },
      quota: { display: 'inline-flex', alignItems: 'center', gap: 8 },
      number: { color: tokens.text, fontWeight: 600 },
      full: { color: tokens.warn.text },
      cells: { display: 'inline-flex', gap: 3 },
      cell: {
        width: 14,
        height: 6,
        borderRadius: 2,
        background: tokens.skeleton,
        boxShadow: `inset 0 0 0 1px ${tokens.border2}`,
      },
      used: {
        background: tokens.text3,
        boxShadow: 'none',
        '@media (forced-colors: active)': { background: 'CanvasText' },
      },
      failed: { padding: '8px 16px' },
    };
  },
  { name: 'DomainDeckQuota' },
);

/** How many environments there are of how many, for the reader and the domain, and who holds the rest. */
export function QuotaLine(props: {
  options: RemoteResult<Options>;
  name: string;
}): JSX.Element | null {
  const { options, name } = props;
  const classes = useStyles();
  const cards = useCardStyles();
  const [open, setOpen] = useState(false);
  const { t } = useTranslationRef(environmentsTranslationRef);
  if (options.status === 'failed') {
    return (
      <div className={classes.failed}>
        <FailureNote
          title={t('list.quota.failed')}
          error={options.error}
          kind="failed"
          retry={{ label: t('common.retry'), onRetry: options.reload }}
        />
      </div>
    );
  }
  if (options.status !== 'ready') {
    return null;
  }
  const { quota, holders, hiddenHolders } = options.data;
  return (
    <div
      role="group"
      aria-label={t('list.quota.label')}
      className={classes.root}
    >
      <QuotaCount label={t('list.quota.you')} count={quota.person} />
      {quota.group?.limit !== undefined && (
        <QuotaCount label={t('list.quota.group')} count={quota.group} />
      )}
      <QuotaCount label={`${name}:`} count={quota.domain} />
      <RoomCount options={options.data} />
      <span className={cards.grow} />
      {holders.length + hiddenHolders > 0 && (
        <TextButton look="link" onClick={() => setOpen(true)}>
          {t('list.quota.holders')}
        </TextButton>
      )}
      {open && (
        <HoldersDialog
          name={name}
          options={options.data}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

/** For how many of the usual size the cluster has room; nothing where that is not known. */
function RoomCount(props: { options: Options }): JSX.Element | null {
  const { clusters, cluster, clusterUse, sizes } = props.options;
  const classes = useStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const usual = usualChoices(props.options).size;
  const room = sizes.find(one => one.name === usual)?.room;
  if (cluster === undefined || clusterUse === undefined || room === undefined) {
    return null;
  }
  const title = clusters.find(one => one.name === cluster)?.title ?? cluster;
  return (
    <span className={classes.quota}>
      <Bar share={clusterUse} width={72} />
      <span>
        {room === 0
          ? t('list.quota.noRoom', { cluster: title, size: usual })
          : t('list.quota.room', {
              cluster: title,
              number: <b className={classes.number}>{`${room} ${usual}`}</b>,
            })}
      </span>
    </span>
  );
}

function QuotaCount(props: { label: string; count: Count }): JSX.Element {
  const { label, count } = props;
  const { used, limit } = count;
  const classes = useStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const full = limit !== undefined && used >= limit;
  const drawing = () => {
    if (limit === undefined || limit === 0) {
      return null;
    }
    return limit <= MOST_CELLS ? (
      <span aria-hidden="true" className={classes.cells}>
        {Array.from({ length: limit }, (_, index) => (
          <span
            key={index}
            className={`${classes.cell} ${index < used ? classes.used : ''}`}
          />
        ))}
      </span>
    ) : (
      <Bar share={Math.min(1, used / limit)} width={72} />
    );
  };
  return (
    <span className={classes.quota}>
      {drawing()}
      <span>
        {label}{' '}
        <span className={`${classes.number} ${full ? classes.full : ''}`}>
          {limit === undefined
            ? t('list.quota.used', { used: String(used) })
            : t('list.quota.of', {
                used: String(used),
                limit: String(limit),
              })}
        </span>
      </span>
    </span>
  );
}
