import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CheckItem } from '@domaindeck/backstage-plugin-workloads-common';
import {
  MarkKind,
  TextButton,
  useCauseText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { useSay } from '../../translation/useSay';
import { ClusterCard } from './ClusterCard';
import { FindingRow } from './FindingRow';
import { CheckFindings, checkTitle } from './model/checkFindings';

const MARKS: Record<CheckItem['outcome'], MarkKind> = {
  missing: 'failed',
  warning: 'degraded',
  unknown: 'unknown',
  ok: 'healthy',
};

const useStyles = makeStyles(
  { list: { margin: 0, padding: 0, listStyle: 'none' } },
  { name: 'DomainDeckCredentials' },
);

/** What the portal's own credentials lack in a cluster, with the lines that mend it; what passed on request. */
export function CredentialsCard(props: {
  cluster: string;
  findings: CheckFindings;
}): JSX.Element {
  const { cluster, findings } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const say = useSay();
  const causeText = useCauseText();
  const [showsPassed, setShowsPassed] = useState(false);
  const { open, passed } = findings;
  const items = showsPassed ? [...open, ...passed] : open;
  return (
    <ClusterCard
      title={t('clusters.detail.credentials', { cluster })}
      action={
        passed.length > 0 && (
          <TextButton
            look="link"
            label={
              showsPassed
                ? t('clusters.detail.hidePassed')
                : t('clusters.detail.showPassed')
            }
            pressed={showsPassed}
            onClick={() => setShowsPassed(!showsPassed)}
          >
            {t('clusters.detail.passed', { count: passed.length })}
          </TextButton>
        )
      }
    >
      {open.length === 0 && <p>{t('clusters.detail.nothingLacks')}</p>}
      <ul className={classes.list}>
        {items.map(item => (
          <FindingRow
            key={item.id}
            mark={MARKS[item.outcome]}
            markLabel={t(`clusters.detail.${item.outcome}`)}
            title={say(checkTitle(item))}
            detail={item.message && causeText(item.message, item.cause)}
            original={item.message}
            fix={
              item.fix === undefined
                ? undefined
                : {
                    yaml: item.fix,
                    label: t('clusters.detail.copyFix', {
                      what: say(checkTitle(item)),
                    }),
                  }
            }
          />
        ))}
      </ul>
    </ClusterCard>
  );
}
