import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DriftChange,
  ServiceDrift,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  Glyph,
  StateWord,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { takeable } from '../../../model/driftChoice';
import { environmentsTranslationRef } from '../../../translation';
import { useCardStyles } from '../../parts/useCardStyles';
import { useChangeText } from './useChangeText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      head: {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        margin: '16px 0 0',
        '& h4': { flex: 1, margin: 0, fontSize: 13, lineHeight: '20px' },
        '& code': {
          display: 'inline-flex',
          alignItems: 'center',
          gap: 4,
          fontFamily: tokens.mono,
          fontSize: 12,
          color: tokens.text2,
        },
      },
      table: {
        width: '100%',
        tableLayout: 'fixed',
        borderCollapse: 'separate',
        borderSpacing: 0,
        '& th, & td': {
          padding: '7px 8px',
          textAlign: 'left',
          fontWeight: 400,
          verticalAlign: 'top',
          borderBottom: `1px solid ${tokens.border}`,
          overflowWrap: 'anywhere',
        },
        '& thead th': { color: tokens.text3, fontSize: 12, lineHeight: '16px' },
        '& tr > *:first-child': { width: 32, paddingLeft: 0 },
        '& input': {
          width: 16,
          height: 16,
          margin: '2px 0 0',
          accentColor: tokens.primary,
        },
      },
      clash: { '& > *': { background: tokens.warn.tint } },
      value: { fontFamily: tokens.mono, fontSize: 12 },
      then: { color: tokens.text3 },
      now: {
        padding: '1px 5px',
        borderRadius: 3,
        background: tokens.busy.tint,
        color: tokens.busy.text,
      },
      own: { fontWeight: 600 },
    };
  },
  { name: 'DomainDeckDriftTable' },
);

/** The changes of one service: what the baseline had, what it has, what is one's own. */
export function DriftTable(props: {
  service: ServiceDrift;
  isChosen: (change: DriftChange) => boolean;
  onToggle: (change: DriftChange) => void;
}): JSX.Element {
  const { service, isChosen, onToggle } = props;
  const classes = useStyles();
  const cards = useCardStyles();
  const text = useChangeText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const both = service.state === 'both';
  const word = () => {
    if (service.gone) {
      return t('dialogs.drift.gone', { service: service.service });
    }
    return both ? (
      <StateWord kind="degraded">{t('dialogs.drift.both')}</StateWord>
    ) : (
      t('dialogs.drift.moved')
    );
  };
  return (
    <section aria-label={service.service}>
      <header className={classes.head}>
        <h4>{service.service}</h4>
        {word()}
        {!both && service.from && service.to && service.from !== service.to && (
          <code>
            {service.from}
            <Glyph name="right" size={12} />
            {service.to}
          </code>
        )}
      </header>
      <table className={classes.table} aria-label={service.service}>
        <thead>
          <tr>
            <th scope="col">
              <span className={cards.screenReader}>
                {t('dialogs.drift.head.take')}
              </span>
            </th>
            <th scope="col">{t('dialogs.drift.head.what')}</th>
            <th scope="col">{t('dialogs.drift.head.then')}</th>
            <th scope="col">{t('dialogs.drift.head.now')}</th>
            <th scope="col">{t('dialogs.drift.head.yours')}</th>
          </tr>
        </thead>
        <tbody>
          {takeable(service).map(change => (
            <tr
              key={change.id}
              className={change.state === 'both' ? classes.clash : undefined}
            >
              <td>
                <input
                  type="checkbox"
                  aria-label={t('dialogs.drift.takeIt', {
                    what: text.what(change),
                    service: service.service,
                  })}
                  checked={isChosen(change)}
                  onChange={() => onToggle(change)}
                />
              </td>
              <td>
                {text.what(change)}
                {change.what === 'secret' && (
                  <span className={cards.faint} style={{ display: 'block' }}>
                    {t('dialogs.drift.neverShown')}
                  </span>
                )}
                {change.state === 'both' && change.changedBy && (
                  <span className={cards.faint} style={{ display: 'block' }}>
                    {t('dialogs.drift.editedBy', { who: change.changedBy })}
                  </span>
                )}
              </td>
              <td className={`${classes.value} ${classes.then}`}>
                {text.value(change, change.then)}
              </td>
              <td className={classes.value}>
                <span className={classes.now}>
                  {text.value(change, change.now)}
                </span>
              </td>
              <td
                className={`${classes.value} ${
                  change.state === 'both' ? classes.own : ''
                }`}
              >
                {text.value(change, change.yours)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
