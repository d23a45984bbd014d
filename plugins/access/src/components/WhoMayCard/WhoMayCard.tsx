import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from 'react-router-dom';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  FailureNote,
  isRefused,
  tokensOf,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useRights } from '../../hooks';
import { accessTranslationRef } from '../../translation';
import { WhoMayFacts } from './WhoMayFacts';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { fontSize: 13, lineHeight: '20px', color: tokens.text },
      more: { color: tokens.link, fontSize: 13 },
    };
  },
  { name: 'DomainDeckWhoMay' },
);

/** On Overview: what the reader may in each environment, who owns the domain, and the way to the whole. */
export function WhoMayCard(): JSX.Element {
  const { entity } = useEntity();
  const rights = useRights(stringifyEntityRef(entity));
  const classes = useStyles();
  const tierLabel = useTierLabel();
  const { t } = useTranslationRef(accessTranslationRef);
  const content = () => {
    switch (rights.status) {
      case 'ready':
        return <WhoMayFacts rights={rights.data} tierLabel={tierLabel} />;
      case 'failed':
        return isRefused(rights.error) ? (
          t('rights.card.none')
        ) : (
          <FailureNote
            title={t('rights.card.failed')}
            error={rights.error}
            kind="failed"
            retry={{ label: t('rights.retry'), onRetry: rights.reload }}
          />
        );
      default:
        return (
          <div role="progressbar" aria-label={t('rights.loading')}>
            {[70, 56, 64].map(width => (
              <Skeleton key={width} width={`${width}%`} height={24} />
            ))}
          </div>
        );
    }
  };
  return (
    <InfoCard title={t('rights.card.title')} variant="gridItem" divider={false}>
      <div className={classes.root}>
        {content()}
        {rights.status === 'ready' && (
          <p>
            <Link to="access" className={classes.more}>
              {t('rights.card.more')}
            </Link>
          </p>
        )}
      </div>
    </InfoCard>
  );
}
