import { ReactNode, useState } from 'react';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EventPage,
  WorkloadEvent,
} from '@domaindeck/backstage-plugin-workloads-common';
import {
  FailureNote,
  isRefused,
  RemoteResult,
  TextButton,
  tokensOf,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { EventRow } from './EventRow';
import { PanelSection } from './PanelSection';

/** What fits under the rest of the panel; the others are one click away. */
const FIRST = 20;

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    none: { margin: 0, fontSize: 12, color: tokensOf(theme).text3 },
  }),
  { name: 'DomainDeckEvents' },
);

/** The events of the workload and of all it owns, newest first. */
export function EventsSection(props: {
  events: RemoteResult<EventPage>;
}): JSX.Element {
  const { events } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const [warningsOnly, setWarningsOnly] = useState(false);
  const [showsAll, setShowsAll] = useState(false);

  const list = (items: readonly WorkloadEvent[]): ReactNode => {
    const chosen = items.filter(
      event => !warningsOnly || event.type === 'Warning',
    );
    if (chosen.length === 0) {
      return (
        <p className={classes.none}>
          {warningsOnly ? t('panel.events.noWarnings') : t('panel.events.none')}
        </p>
      );
    }
    return (
      <>
        <ol className={classes.list}>
          {chosen.slice(0, showsAll ? undefined : FIRST).map(event => (
            <EventRow key={event.id} event={event} />
          ))}
        </ol>
        {!showsAll && chosen.length > FIRST && (
          <TextButton look="link" onClick={() => setShowsAll(true)}>
            {t('panel.events.more')}
          </TextButton>
        )}
      </>
    );
  };

  const body = (): ReactNode => {
    if (events.status === 'ready') {
      return list(events.data.items);
    }
    if (events.status === 'failed') {
      const refused = isRefused(events.error);
      return (
        <FailureNote
          title={t(
            refused ? 'panel.events.refusedTitle' : 'panel.events.failed',
          )}
          error={events.error}
          kind={refused ? 'refused' : 'failed'}
          retry={{ label: t('panel.states.retry'), onRetry: events.reload }}
        />
      );
    }
    return [1, 2, 3].map(line => <Skeleton key={line} height={28} />);
  };

  return (
    <PanelSection
      title={t('panel.events.title')}
      aside={t('panel.events.of')}
      action={
        events.status === 'ready' &&
        events.data.items.length > 0 && (
          <TextButton
            look="link"
            pressed={warningsOnly}
            onClick={() => setWarningsOnly(!warningsOnly)}
          >
            {t('panel.events.warningsOnly')}
          </TextButton>
        )
      }
    >
      {body()}
    </PanelSection>
  );
}
