import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  durationMs,
  EnvironmentRecord,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  TextButton,
  useNow,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useMe, useTimeText, useUntoldText } from '../../../hooks';
import { environmentsTranslationRef } from '../../../translation';
import { PersonName } from '../../parts/PersonName';
import { useCardStyles } from '../../parts/useCardStyles';
import { usePageStyles } from '../../parts/usePageStyles';

/** What it is for, who works on it, where it is, and the specification as a file. */
export function AboutCard(props: {
  record: EnvironmentRecord;
  onFile: () => void;
}): JSX.Element {
  const { record, onFile } = props;
  const classes = usePageStyles();
  const cards = useCardStyles();
  const tierLabel = useTierLabel();
  const me = useMe();
  const now = useNow(60_000);
  const time = useTimeText();
  const untoldText = useUntoldText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const { why, sleepWhenUnused } = record.specification;
  const title = t('detail.people.title');
  return (
    <section className={cards.card} aria-label={title}>
      <header className={`${cards.head} ${cards.ruled}`}>
        <h3 className={cards.grow}>{title}</h3>
        <TextButton look="link" onClick={onFile}>
          {t('detail.people.file')}
        </TextButton>
      </header>
      <dl className={classes.facts}>
        {why && (
          <>
            <dt>{t('detail.people.why')}</dt>
            <dd>{why}</dd>
          </>
        )}
        <dt>{t('detail.people.collaborators')}</dt>
        <dd>
          {record.collaborators.length === 0 ? (
            <span className={cards.dim}>{t('detail.people.nobody')}</span>
          ) : (
            record.collaborators.map(one => (
              <div key={one}>
                <PersonName
                  person={one}
                  reader={one.toLocaleLowerCase('en-US') === me}
                />
              </div>
            ))
          )}
        </dd>
        <dt>{t('detail.people.where')}</dt>
        <dd>
          {record.cluster}{' '}
          <span className={cards.faint}>
            {tierLabel(record.tier, record.cluster)}
          </span>
        </dd>
        <dt>{t('detail.people.created')}</dt>
        <dd>{time.day(record.createdAt, now, 'precise')}</dd>
        {sleepWhenUnused && (
          <>
            <dt>{t('detail.people.sleeps')}</dt>
            <dd>
              {t('detail.people.sleepsAfter', {
                span: time.exact(durationMs(sleepWhenUnused) ?? 0),
              })}
              {record.traffic?.told === false && (
                <div className={cards.faint}>
                  {t('detail.people.sleepsNot', {
                    why: untoldText(record.traffic),
                  })}
                </div>
              )}
            </dd>
          </>
        )}
        {record.lastUsed && (
          <>
            <dt>{t('detail.people.lastUsed')}</dt>
            <dd className={classes.together}>
              {time.clock(record.lastUsed.at, now)}
              {record.lastUsed.by && (
                <PersonName
                  person={record.lastUsed.by}
                  reader={record.lastUsed.by.toLocaleLowerCase('en-US') === me}
                />
              )}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
