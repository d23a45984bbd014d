import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Remark } from '@domaindeck/backstage-plugin-access-common';
import { StatusMark } from '@domaindeck/backstage-plugin-workloads-react';
import { accessTranslationRef } from '../../translation';
import { useEditorStyles } from './useEditorStyles';

/** Why a change would be refused, and what to know before it is saved. */
export function RemarkList(props: {
  refusals: readonly Remark[];
  warnings: readonly Remark[];
}): JSX.Element | null {
  const { refusals, warnings } = props;
  const classes = useEditorStyles();
  const { t } = useTranslationRef(accessTranslationRef);
  if (refusals.length + warnings.length === 0) {
    return null;
  }
  const lineOf = (remark: Remark, kind: 'noRight' | 'degraded') => (
    <li
      key={`${remark.code} ${remark.subject?.ref ?? ''}`}
      className={classes.sentence}
    >
      <StatusMark kind={kind} decorative />
      <span>
        {t(`grants.remark.${remark.code}`, {
          name: remark.subject?.title ?? '',
          message: remark.message,
        })}
      </span>
    </li>
  );
  return (
    <div className={classes.part}>
      {refusals.length > 0 && <h4>{t('grants.preview.refused')}</h4>}
      <ul>
        {refusals.map(remark => lineOf(remark, 'noRight'))}
        {warnings.map(remark => lineOf(remark, 'degraded'))}
      </ul>
    </div>
  );
}
