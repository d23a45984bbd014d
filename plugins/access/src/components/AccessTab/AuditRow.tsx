import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import {
  AuditEntry,
  RightsMatrix,
  SubjectInfo,
} from '@domaindeck/backstage-plugin-access-common';
import {
  ClockTime,
  fullTime,
  Glyph,
  MarkKind,
  StatusMark,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessTranslationRef } from '../../translation';
import { PersonMark } from '../parts/PersonMark';
import { AuditDetail } from './AuditDetail';
import { deedOf, grantOf } from './model/record';
import { useDeedText } from './useDeedText';
import { useTableStyles } from './useTableStyles';

const MARKS: Record<AuditEntry['outcome'], MarkKind> = {
  started: 'unknown',
  done: 'healthy',
  failed: 'failed',
  refused: 'noRight',
};

/** One entry of the record; it opens in place. */
export function AuditRow(props: {
  entry: AuditEntry;
  rights: RightsMatrix;
  names: ReadonlyMap<string, string>;
  open: boolean;
  onToggle: () => void;
}): JSX.Element {
  const { entry, rights, names, open, onToggle } = props;
  const { who, outcome, environment, departments } = entry;
  const classes = useTableStyles();
  const deedText = useDeedText();
  const tierLabel = useTierLabel();
  const { t } = useTranslationRef(accessTranslationRef);
  const isService = who.ref.startsWith('service:');
  const subject: SubjectInfo = { ref: who.ref, kind: 'user', title: who.title };
  const department = rights.rows.find(row =>
    departments.includes(row.subject.ref),
  )?.subject.title;
  const word = t(`audit.state.${outcome}`);
  const tone = outcome === 'failed' ? classes.failed : classes.quiet;
  const time = fullTime(entry.at);
  const grant = grantOf(entry);
  const nameOf = (cluster: string) => names.get(cluster) ?? cluster;
  const places = grant && [
    ...grant.tiers.map(tier => tierLabel(tier)),
    ...grant.clusters.map(nameOf),
    ...grant.tags.map(tag => t('rights.ended.tagged', { tag })),
  ];
  const whereText = environment
    ? nameOf(environment.cluster)
    : places &&
      (places.join(t('rights.list.comma')) || t('grants.table.everywhere'));
  return (
    <>
      <tr className={open ? classes.open : undefined}>
        <td>
          <button
            type="button"
            className={classes.opener}
            aria-expanded={open}
            aria-label={
              open ? t('audit.close', { time }) : t('audit.open', { time })
            }
            onClick={onToggle}
          >
            <Glyph name={open ? 'down' : 'right'} size={14} />
            <ClockTime at={entry.at} />
          </button>
        </td>
        <td>
          <span className={classes.line}>
            <PersonMark
              subject={subject}
              reader={who.ref === rights.caller.subject.ref}
            />
            <span>
              {who.title}{' '}
              <span className={classes.department}>
                {isService ? t('audit.service') : department}
              </span>
            </span>
          </span>
        </td>
        <td>{deedText(deedOf(entry), outcome === 'refused')}</td>
        <td>
          {grant ? (
            <EntityDisplayName
              entityRef={grant.subject}
              hideIcon
              disableTooltip
            />
          ) : (
            entry.object?.name
          )}
        </td>
        <td>{whereText}</td>
        <td>
          <span className={`${classes.line} ${tone}`}>
            <StatusMark kind={MARKS[outcome]} decorative />
            {entry.reason
              ? t('audit.state.because', {
                  outcome: word,
                  reason: entry.reason,
                })
              : word}
          </span>
        </td>
      </tr>
      {open && (
        <tr className={classes.more}>
          <td colSpan={6}>
            <AuditDetail entry={entry} />
          </td>
        </tr>
      )}
    </>
  );
}
