import { useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AuditFilter,
  AuditPage,
  RightsMatrix,
} from '@domaindeck/backstage-plugin-access-common';
import {
  ChoiceMenu,
  SearchField,
  TextButton,
  useTabKeys,
  useTierLabel,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useDateText } from '../../hooks';
import { accessTranslationRef } from '../../translation';
import { useCardStyles } from '../parts/useCardStyles';
import { AuditExport } from './AuditExport';
import {
  isFiltered,
  NO_FILTER,
  OUTCOMES,
  RecordFilter,
  SPANS,
} from './model/viewState';
import { AccessViewControl } from './useAccessView';
import { useVerbText } from './useVerbText';

const useStyles = makeStyles(
  {
    root: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 8 },
    // Goes to the next line as a whole.
    end: {
      display: 'flex',
      alignItems: 'center',
      gap: 12,
      marginLeft: 'auto',
    },
  },
  { name: 'DomainDeckAuditFilters' },
);

/** What of the record is shown, how much that is, and the way to take it along. */
export function AuditFilters(props: {
  rights: RightsMatrix;
  view: AccessViewControl;
  names: ReadonlyMap<string, string>;
  filter: AuditFilter;
  counts: AuditPage['counts'] | undefined;
}): JSX.Element {
  const { rights, view, names, filter, counts } = props;
  const { record } = view.state;
  const classes = useStyles();
  const cards = useCardStyles();
  const verbText = useVerbText();
  const dateText = useDateText();
  const tierLabel = useTierLabel();
  const { t } = useTranslationRef(accessTranslationRef);
  const search = useRef<HTMLInputElement>(null);
  useTabKeys({ '/': () => search.current?.focus() });
  const change = (part: Partial<RecordFilter>) =>
    view.change({ record: { ...record, ...part } });
  const several = <T extends string>(
    value: readonly T[],
    none: string,
    wordOf: (one: T) => string,
  ) => {
    if (value.length === 0) {
      return none;
    }
    return value.length === 1
      ? wordOf(value[0])
      : t('audit.chosen', { count: value.length });
  };
  const subjects = rights.rows.map(row => row.subject);
  const nameOf = (ref: string) =>
    subjects.find(one => one.ref === ref)?.title ?? ref;
  const verbWord = (verb: string) => verbText({ type: 'verb', verb });
  const span = SPANS.find(one => one === record.since);
  return (
    <div className={classes.root} role="search" aria-label={t('audit.filters')}>
      <SearchField
        label={t('audit.search')}
        id="domaindeck-audit-search"
        value={record.q}
        onChange={q => change({ q })}
        inputRef={search}
        small={false}
      />
      <ChoiceMenu
        label={t('audit.who')}
        value={several(record.who, t('audit.anyone'), nameOf)}
        multiple
        set={record.who.length > 0}
        choices={subjects.map(({ ref, title }) => ({
          key: ref,
          text: title,
          chosen: record.who.includes(ref),
        }))}
        onChoose={ref => change({ who: toggled(record.who, ref) })}
      />
      <ChoiceMenu
        label={t('audit.what')}
        value={several(record.what, t('audit.everything'), verbWord)}
        multiple
        set={record.what.length > 0}
        choices={rights.verbs.map(verb => ({
          key: verb,
          text: verbWord(verb),
          chosen: record.what.includes(verb),
        }))}
        onChoose={verb => change({ what: toggled(record.what, verb) })}
      />
      <ChoiceMenu
        label={t('audit.where')}
        value={several(
          record.where,
          t('audit.allEnvironments', { count: rights.environments.length }),
          cluster => names.get(cluster) ?? cluster,
        )}
        multiple
        set={record.where.length > 0}
        choices={rights.environments.map(({ cluster, tier, title }) => ({
          key: cluster,
          text: `${tierLabel(tier)} · ${title}`,
          chosen: record.where.includes(cluster),
        }))}
        onChoose={cluster => change({ where: toggled(record.where, cluster) })}
      />
      <ChoiceMenu
        label={t('audit.when')}
        value={
          span
            ? t(`audit.since.${span}`)
            : t('audit.since.chosen', { date: dateText(record.since) })
        }
        multiple={false}
        set={record.since !== NO_FILTER.since}
        choices={SPANS.map(one => ({
          key: one,
          text: t(`audit.since.${one}`),
          chosen: one === record.since,
        }))}
        onChoose={since => change({ since, until: undefined })}
      />
      <ChoiceMenu
        label={t('audit.outcome')}
        value={several(record.outcome, t('audit.any'), one =>
          t(`audit.state.${one}`),
        )}
        multiple
        set={record.outcome.length > 0}
        choices={OUTCOMES.map(one => ({
          key: one,
          text: t(`audit.state.${one}`),
          chosen: record.outcome.includes(one),
        }))}
        onChoose={one =>
          change({
            outcome: toggled(
              record.outcome,
              OUTCOMES.find(known => known === one) ?? 'done',
            ),
          })
        }
      />
      {isFiltered(record) && (
        <TextButton look="link" onClick={() => change(NO_FILTER)}>
          {t('audit.clear')}
        </TextButton>
      )}
      {counts && (
        <div className={classes.end}>
          <span role="status" className={cards.faint}>
            <b>{t('audit.entries', { count: counts.total })}</b>
            {t('rights.list.comma')}
            {t('audit.counts', {
              failed: String(counts.failed),
              refused: String(counts.refused),
            })}
          </span>
          <AuditExport filter={filter} count={counts.total} />
        </div>
      )}
    </div>
  );
}

function toggled<T extends string>(values: readonly T[], value: T): T[] {
  return values.includes(value)
    ? values.filter(one => one !== value)
    : [...values, value];
}
