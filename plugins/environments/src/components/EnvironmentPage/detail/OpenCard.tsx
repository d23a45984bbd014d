import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import {
  CopyButton,
  fullTime,
  Glyph,
  tokensOf,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useMe, useMoneyText, useTimeText } from '../../../hooks';
import { addressOf } from '../../../model/addressOf';
import { hostOf } from '../../../model/hostOf';
import { lifeOf } from '../../../model/lifeOf';
import { environmentsTranslationRef } from '../../../translation';
import { Bar } from '../../parts/Bar';
import { PersonName } from '../../parts/PersonName';
import { useCardStyles } from '../../parts/useCardStyles';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'stretch',
      },
      where: { flex: '1 1 360px', minWidth: 0, padding: '14px 16px' },
      label: { color: tokens.text3, fontSize: 12, lineHeight: '16px' },
      host: {
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 10,
        fontSize: 18,
        lineHeight: '28px',
        fontWeight: 600,
        letterSpacing: '-.1px',
        overflowWrap: 'anywhere',
      },
      open: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 6,
        height: 28,
        padding: '0 10px',
        borderRadius: 4,
        background: tokens.primary,
        color: tokens.onPrimary,
        fontSize: 12,
        fontWeight: 500,
        letterSpacing: 0,
        textDecoration: 'none',
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
      },
      none: { color: tokens.text2, lineHeight: '28px' },
      facts: {
        display: 'flex',
        flexWrap: 'wrap',
        '& > div': {
          display: 'flex',
          flexDirection: 'column',
          padding: '14px 20px',
          borderLeft: `1px solid ${tokens.border}`,
        },
        '& dt': { color: tokens.text3, fontSize: 12, lineHeight: '16px' },
        '& dd': {
          marginTop: 2,
          fontWeight: 600,
          lineHeight: '22px',
          whiteSpace: 'nowrap',
        },
        '& small': { color: tokens.text3, fontSize: 12, fontWeight: 400 },
      },
      soon: { color: tokens.warn.text },
    };
  },
  { name: 'DomainDeckOpenCard' },
);

/** Where it opens, how long it lives, what it costs, whose it is. */
export function OpenCard(props: { record: EnvironmentRecord }): JSX.Element {
  const { record } = props;
  const classes = useStyles();
  const cards = useCardStyles();
  const now = useNow(10_000);
  const time = useTimeText();
  const money = useMoneyText();
  const me = useMe();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const address = addressOf(record);
  const life = lifeOf(record, now);
  const inUse = record.state === 'asleep' ? undefined : record.sizeUse;
  const others = record.addresses
    .map(one => hostOf(one.url))
    .filter(host => address.kind !== 'open' || host !== hostOf(address.url));
  return (
    <section className={`${cards.card} ${classes.root}`}>
      <div className={classes.where}>
        <div className={classes.label}>{t('detail.open.title')}</div>
        {address.kind === 'open' ? (
          <div className={classes.host}>
            {hostOf(address.url)}
            <a
              className={classes.open}
              href={address.url}
              target="_blank"
              rel="noopener noreferrer"
            >
              {t('common.action.open')}
              <Glyph name="external" size={14} />
            </a>
            <CopyButton
              text={() => address.url}
              label={t('common.address.copy', { name: record.name })}
            >
              {t('common.copy')}
            </CopyButton>
          </div>
        ) : (
          <div className={classes.none}>{t(`detail.open.${address.kind}`)}</div>
        )}
        {address.kind === 'open' && others.length > 0 && (
          <div className={cards.faint}>
            {t('detail.open.others', {
              hosts: others.join(t('common.comma')),
            })}
          </div>
        )}
      </div>
      <dl className={classes.facts}>
        <div>
          <dt>{t('detail.facts.life')}</dt>
          <dd className={life.soon ? classes.soon : undefined}>
            {life.ended ? t('common.life.ended') : time.span(life.left)}{' '}
            <small title={fullTime(record.expiresAt)}>
              {record.pinned
                ? t('common.life.pinned')
                : time.day(record.expiresAt, now)}
            </small>
          </dd>
          <Bar share={life.share} width={96} soon={life.soon} />
        </div>
        <div>
          <dt>{t('detail.facts.size')}</dt>
          <dd>
            {record.specification.size}{' '}
            {inUse !== undefined && (
              <small>
                {t('detail.facts.sizeUse', {
                  share: inUse.toLocaleString(undefined, { style: 'percent' }),
                })}
              </small>
            )}
          </dd>
          {inUse !== undefined && <Bar share={Math.min(1, inUse)} width={96} />}
        </div>
        {record.cost && (
          <div>
            <dt>{t('detail.facts.cost')}</dt>
            <dd>
              {money.amount(record.cost.soFar ?? 0, record.cost.currency)}{' '}
              <small>
                {t('detail.facts.perDay', {
                  amount: money.amount(
                    record.state === 'asleep' ? 0 : record.cost.perDay,
                    record.cost.currency,
                  ),
                })}
              </small>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('detail.facts.owner')}</dt>
          <dd>
            <PersonName
              person={record.creator}
              reader={record.creator.toLocaleLowerCase('en-US') === me}
            />
          </dd>
        </div>
      </dl>
    </section>
  );
}
