import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentRecord } from '@domaindeck/backstage-plugin-environments-common';
import {
  Glyph,
  GlyphName,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { hostOf } from '../../../model/hostOf';
import { environmentsTranslationRef } from '../../../translation';
import { useDrift } from '../useDrift';
import { useChangeText } from '../drift/useChangeText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      title: {
        margin: '0 0 6px',
        fontSize: 13,
        lineHeight: '20px',
        fontWeight: 600,
      },
      list: {
        margin: 0,
        padding: 0,
        listStyle: 'none',
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        '& li': {
          display: 'grid',
          gridTemplateColumns: '16px minmax(0, 1fr)',
          columnGap: 10,
          padding: '8px 12px',
          borderTop: `1px solid ${tokens.border}`,
          overflowWrap: 'anywhere',
        },
        '& li:first-child': { borderTop: 0 },
        '& li > svg': { marginTop: 3 },
      },
      sub: {
        display: 'block',
        color: tokens.text3,
        fontSize: 12,
        lineHeight: '16px',
      },
    };
  },
  { name: 'DomainDeckWhatIsLost' },
);

interface Line {
  readonly key: string;
  readonly glyph: GlyphName;
  readonly text: ReactNode;
  readonly sub?: string;
}

/** Everything that goes with an environment. */
export function WhatIsLost(props: { record: EnvironmentRecord }): JSX.Element {
  const { record } = props;
  const classes = useStyles();
  const drift = useDrift(record);
  const changeText = useChangeText();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const comma = t('common.comma');
  const own = record.services.filter(one => one.own);
  const stores = own.filter(one => one.store).map(one => one.name);
  const data = [
    ...new Set([
      ...stores,
      ...Object.entries(record.specification.share ?? {})
        .filter(([, share]) => share === 'empty')
        .map(([name]) => name),
    ]),
  ];
  const byHand =
    drift.status === 'ready'
      ? [
          ...drift.data.services.flatMap(service =>
            service.changes
              // The version was chosen, and stands beside the service above.
              .filter(one => one.state === 'edited' && one.what !== 'version')
              .map(one => `${changeText.what(one)}, ${service.service}`),
          ),
          ...drift.data.foreign.map(one => one.name),
        ]
      : [];
  const lines: Line[] = [
    {
      key: 'services',
      glyph: 'box' as const,
      text: t('dialogs.delete.services', { count: own.length }),
      sub: own
        .map(one =>
          one.version && one.version !== one.baselineVersion
            ? `${one.name} ${one.version}`
            : one.name,
        )
        .join(comma),
    },
    ...(data.length > 0
      ? [
          {
            key: 'data',
            glyph: 'layers' as const,
            text: t('dialogs.delete.data', {
              names: <b>{data.join(comma)}</b>,
            }),
            sub: t('dialogs.delete.noCopy'),
          },
        ]
      : []),
    ...record.addresses.map(one => ({
      key: one.url,
      glyph: 'globe' as const,
      text: t('dialogs.delete.address', { host: hostOf(one.url) }),
    })),
    ...(byHand.length > 0
      ? [
          {
            key: 'hand',
            glyph: 'pencil' as const,
            text: t('dialogs.delete.byHand'),
            sub: byHand.join(comma),
          },
        ]
      : []),
    ...(drift.status === 'failed'
      ? [
          {
            key: 'unknown',
            glyph: 'info' as const,
            text: t('dialogs.delete.byHandUnknown'),
          },
        ]
      : []),
  ];
  return (
    <div>
      <h3 className={classes.title}>{t('dialogs.delete.lost')}</h3>
      <ul className={classes.list} aria-label={t('dialogs.delete.lost')}>
        {lines.map(line => (
          <li key={line.key}>
            <Glyph name={line.glyph} />
            <span>
              {line.text}
              {line.sub && <span className={classes.sub}>{line.sub}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
