import { memo } from 'react';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { WorkloadEvent } from '@domaindeck/backstage-plugin-workloads-common';
import {
  fullTime,
  StatusMark,
  tokensOf,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { workloadsTranslationRef } from '../../translation';
import { useSay } from '../../translation/useSay';
import { eventClock } from './model/eventClock';
import { eventInWords } from './model/eventInWords';

/** Only the turn of the day changes how the time is written. */
const STEP_MS = 60_000;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      row: {
        display: 'grid',
        gridTemplateColumns: '76px 14px 88px minmax(0, 1fr) max-content',
        gap: 10,
        padding: '5px 0',
        fontSize: 12,
        lineHeight: '18px',
        fontVariantNumeric: 'tabular-nums',
        borderTop: `1px solid ${tokens.border}`,
        alignItems: 'baseline',
        '&:first-child': { borderTop: 0 },
        '& > svg': { alignSelf: 'start', marginTop: 2 },
      },
      faint: { color: tokens.text3 },
      object: {
        color: tokens.text2,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      mono: { fontFamily: tokens.mono },
      text: { overflowWrap: 'anywhere' },
    };
  },
  { name: 'DomainDeckEventRow' },
);

function Row(props: { event: WorkloadEvent }): JSX.Element {
  const { event } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(workloadsTranslationRef);
  const say = useSay();
  const now = useNow(STEP_MS);
  const { mark, object, isPod, phrase } = eventInWords(event);
  return (
    <li className={classes.row}>
      <span className={classes.faint}>
        {event.lastAt && (
          <time dateTime={event.lastAt} title={fullTime(event.lastAt)}>
            {eventClock(event.lastAt, now)}
          </time>
        )}
      </span>
      <StatusMark kind={mark} label={event.type} />
      <span
        className={`${classes.object} ${isPod ? classes.mono : ''}`}
        title={`${event.object.kind} ${event.object.name}`}
      >
        {object}
      </span>
      <Tooltip title={`${event.reason}: ${event.message}`}>
        <span className={classes.text}>{say(phrase)}</span>
      </Tooltip>
      <span className={classes.faint}>
        {event.count > 1 && t('panel.events.times', { count: event.count })}
      </span>
    </li>
  );
}

/** One event; the cluster's own words are in the tooltip. */
export const EventRow = memo(Row);
