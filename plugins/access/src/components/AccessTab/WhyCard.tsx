import { useMemo } from 'react';
import Skeleton from '@material-ui/lab/Skeleton';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { RightsMatrix } from '@domaindeck/backstage-plugin-access-common';
import {
  FailureNote,
  isRefused,
  useRemote,
} from '@domaindeck/backstage-plugin-workloads-react';
import { accessApiRef } from '../../accessApiRef';
import { accessTranslationRef } from '../../translation';
import { useCardStyles } from '../parts/useCardStyles';
import { Chain } from './Chain';
import { MayAnswer } from './MayAnswer';
import { MayTable } from './MayTable';
import { mayRows } from './model/verbGroups';
import { SubjectPicker } from './SubjectPicker';
import { AccessViewControl } from './useAccessView';

const EVERY_MS = 30_000;

/** Why somebody may: through which departments, grants and roles, and what that allows where. */
export function WhyCard(props: {
  rights: RightsMatrix;
  view: AccessViewControl;
  names: ReadonlyMap<string, string>;
}): JSX.Element {
  const { rights, view, names } = props;
  const { of, cell } = view.state;
  const api = useApi(accessApiRef);
  const cards = useCardStyles();
  const { t } = useTranslationRef(accessTranslationRef);
  const { subject: caller } = rights.caller;
  const ref = of ?? caller.ref;
  const entity = rights.entityRef;
  const answer = useRemote(
    `${entity} ${ref}`,
    signal => api.explain({ entity, subject: of }, { signal }),
    { everyMs: EVERY_MS },
  );
  const explanation = answer.status === 'ready' ? answer.data : undefined;
  const rows = useMemo(
    () => (explanation ? mayRows(explanation) : []),
    [explanation],
  );
  const offered = useMemo(
    () => [
      caller,
      ...rights.rows
        .map(({ subject }) => subject)
        .filter(subject => subject.ref !== caller.ref),
    ],
    [caller, rights.rows],
  );
  const known = offered.find(one => one.ref === ref);
  const subject = explanation?.subject ?? known;
  const chosenRow = cell && rows.find(row => row.verb === cell.verb);
  return (
    <section
      className={cards.card}
      aria-label={t('rights.why.region')}
      aria-live="polite"
    >
      <header className={cards.head}>
        <h3>{t('rights.why.title', { name: subject?.title ?? '' })}</h3>
        <SubjectPicker
          label={t('rights.why.person')}
          value={subject}
          offered={offered}
          noneText={t('grants.form.noWho')}
          placeholder={t('rights.why.choose')}
          onChange={next =>
            view.change({
              of: next?.ref === caller.ref ? undefined : next?.ref,
              cell: undefined,
            })
          }
        />
      </header>
      {answer.status === 'failed' && (
        <div className={cards.padded}>
          <FailureNote
            title={t('rights.why.failed')}
            error={answer.error}
            kind={isRefused(answer.error) ? 'refused' : 'failed'}
            retry={{ label: t('rights.retry'), onRetry: answer.reload }}
          />
        </div>
      )}
      {answer.status === 'loading' && (
        <div
          className={cards.padded}
          role="progressbar"
          aria-label={t('rights.why.loading')}
        >
          {[70, 56, 64, 48].map(width => (
            <Skeleton key={width} width={`${width}%`} height={32} />
          ))}
        </div>
      )}
      {explanation && (
        <>
          <Chain
            explanation={explanation}
            caller={caller}
            domain={rights.domain.title}
            names={names}
          />
          <MayTable
            explanation={explanation}
            rows={rows}
            names={names}
            chosen={cell}
            onChoose={next => view.change({ cell: next })}
          />
          {cell && chosenRow && (
            <MayAnswer
              rights={rights}
              explanation={explanation}
              row={chosenRow}
              cluster={cell.cluster}
              environment={names.get(cell.cluster) ?? cell.cluster}
            />
          )}
        </>
      )}
    </section>
  );
}
