import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import { useNow } from '@domaindeck/backstage-plugin-workloads-react';
import { useMe, useMoneyText, useTimeText } from '../../../hooks';
import { hostOf } from '../../../model/hostOf';
import { environmentsTranslationRef } from '../../../translation';
import { PersonName } from '../../parts/PersonName';
import { useCardStyles } from '../../parts/useCardStyles';
import { usePageStyles } from '../../parts/usePageStyles';

/** What the environment will be when it is ready, or was before it went. */
export function WhatCard(props: { record: EnvironmentRecord }): JSX.Element {
  const { record } = props;
  const classes = usePageStyles();
  const cards = useCardStyles();
  const me = useMe();
  const now = useNow(60_000);
  const time = useTimeText();
  const money = useMoneyText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const comma = t('common.comma');
  const names = (own: boolean) =>
    record.services
      .filter(one => one.own === own)
      .map(one => one.name)
      .join(comma) ||
    (own ? record.specification.services.map(one => one.name).join(comma) : '');
  const shared = names(false);
  const [address] = record.addresses;
  const title =
    record.state === 'deleting'
      ? t('progress.get.was')
      : t('progress.get.title');
  return (
    <section className={cards.card} aria-label={title}>
      <header className={`${cards.head} ${cards.ruled}`}>
        <h3>{title}</h3>
      </header>
      <dl className={classes.facts}>
        {address && (
          <>
            <dt>{t('progress.get.address')}</dt>
            <dd>
              {hostOf(address.url)}
              {record.state !== 'deleting' && (
                <span className={cards.faint} style={{ display: 'block' }}>
                  {t('progress.get.opens')}
                </span>
              )}
            </dd>
          </>
        )}
        <dt>{t('progress.get.yours')}</dt>
        <dd>{names(true)}</dd>
        {shared && (
          <>
            <dt>{t('progress.get.shared')}</dt>
            <dd className={cards.dim}>{shared}</dd>
          </>
        )}
        <dt>{t('progress.get.owner')}</dt>
        <dd>
          <PersonName
            person={record.creator}
            reader={record.creator.toLocaleLowerCase('en-US') === me}
          />
        </dd>
        <dt>{t('progress.get.ends')}</dt>
        <dd>
          {t('progress.get.in', {
            span: time.span(Date.parse(record.expiresAt) - now),
          })}{' '}
          <span className={cards.faint}>
            {time.day(record.expiresAt, now, 'precise')}
          </span>
        </dd>
        {record.cost && (
          <>
            <dt>{t('progress.get.cost')}</dt>
            <dd>
              {t('progress.get.perDay', {
                amount: money.amount(record.cost.perDay, record.cost.currency),
              })}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
