import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EnvironmentDrift,
  EnvironmentRecord,
} from '@domaindeck/backstage-plugin-environments-common';
import {
  Glyph,
  tokensOf,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useTimeText } from '../../../hooks';
import { environmentsTranslationRef } from '../../../translation';
import { Names } from '../../parts/Names';
import { useChangeText } from './useChangeText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      part: {
        marginTop: 20,
        paddingTop: 16,
        borderTop: `1px solid ${tokens.border}`,
        '& h4': { margin: '0 0 6px', fontSize: 13, lineHeight: '20px' },
        '& ul': { margin: 0, padding: 0, listStyle: 'none' },
        '& li': {
          display: 'grid',
          gridTemplateColumns: '14px minmax(0, 1fr)',
          columnGap: 8,
          padding: '3px 0',
          color: tokens.text2,
          overflowWrap: 'anywhere',
        },
        '& li > svg': { marginTop: 3, color: tokens.text3 },
      },
    };
  },
  { name: 'DomainDeckDriftAfter' },
);

/** What is not the baseline's and stays, and what will happen. */
export function DriftAfter(props: {
  record: EnvironmentRecord;
  drift: EnvironmentDrift;
  /** Services of which something is taken. */
  restarting: readonly string[];
}): JSX.Element {
  const { record, drift, restarting } = props;
  const classes = useStyles();
  const now = useNow(60_000);
  const time = useTimeText();
  const text = useChangeText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const comma = t('common.comma');
  const { added, removed, ports } = drift.baseline;
  const lines = [
    ...drift.services.flatMap(service =>
      service.changes
        .filter(change => change.state === 'edited')
        .map(change =>
          t('dialogs.drift.own.edited', {
            what: text.what(change),
            service: service.service,
          }),
        ),
    ),
    ...drift.foreign.map(({ name }) =>
      t('dialogs.drift.own.foreign', { name }),
    ),
    added.length > 0 &&
      t('dialogs.drift.own.added', { names: added.join(comma) }),
    removed.length > 0 &&
      t('dialogs.drift.own.removed', { names: removed.join(comma) }),
    ports.length > 0 &&
      t('dialogs.drift.own.ports', { names: ports.join(comma) }),
  ].flatMap(line => line || []);
  return (
    <>
      {lines.length > 0 && (
        <section className={classes.part}>
          <h4>{t('dialogs.drift.own.title')}</h4>
          <ul>
            {lines.map(line => (
              <li key={line}>
                <Glyph name="info" size={14} />
                {line}
              </li>
            ))}
          </ul>
        </section>
      )}
      {restarting.length > 0 && (
        <section className={classes.part}>
          <h4>{t('dialogs.drift.happens.title')}</h4>
          <ul>
            <li>
              <Glyph name="refresh" size={14} />
              <span>
                {t('dialogs.drift.happens.restart', {
                  count: restarting.length,
                  services: <Names names={restarting} />,
                })}
              </span>
            </li>
            <li>
              <Glyph name="clock" size={14} />
              {t('dialogs.drift.happens.end', {
                date: time.day(record.expiresAt, now, 'precise'),
              })}
            </li>
          </ul>
        </section>
      )}
    </>
  );
}
