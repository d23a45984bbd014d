import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AuditEntry } from '@domaindeck/backstage-plugin-access-common';
import { fullTime } from '@domaindeck/backstage-plugin-workloads-react';
import { accessTranslationRef } from '../../translation';
import { changedValues } from './model/record';
import { useTableStyles } from './useTableStyles';

/** All that was recorded of one deed. */
export function AuditDetail(props: { entry: AuditEntry }): JSX.Element {
  const { entry } = props;
  const { object, environment } = entry;
  const classes = useTableStyles();
  const { t } = useTranslationRef(accessTranslationRef);
  const values = changedValues(entry);
  const none = t('audit.detail.none');
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('audit.detail.why'), entry.why],
    [t('audit.detail.reason'), entry.reason],
    [t('audit.detail.object'), object && `${object.kind} ${object.name}`],
    [t('audit.detail.uid'), object?.uid],
    [t('audit.detail.entity'), entry.entityRef],
    [
      t('audit.detail.environment'),
      environment &&
        [environment.cluster, environment.namespace].filter(Boolean).join('/'),
    ],
    [t('audit.detail.ended'), entry.endedAt && fullTime(entry.endedAt)],
    [t('audit.detail.request'), entry.requestId],
    [t('audit.detail.entry'), entry.id],
  ];
  return (
    <div className={classes.box}>
      <div>
        <h4>{t('audit.detail.change')}</h4>
        {values.length === 0 && t('audit.detail.noChange')}
        <ul className={classes.values}>
          {values.map(({ name, before, after }) => (
            <li key={name}>
              {name} <del>{before ?? none}</del>{' '}
              <span aria-hidden="true">→</span>
              <span className={classes.screenReader}>
                {t('audit.detail.becomes')}
              </span>{' '}
              <ins>{after ?? none}</ins>
            </li>
          ))}
        </ul>
      </div>
      <dl className={classes.facts} style={{ padding: '12px 16px' }}>
        {facts.flatMap(([label, value]) =>
          value
            ? [
                <dt key={label}>{label}</dt>,
                <dd key={`${label} value`}>{value}</dd>,
              ]
            : [],
        )}
      </dl>
    </div>
  );
}
