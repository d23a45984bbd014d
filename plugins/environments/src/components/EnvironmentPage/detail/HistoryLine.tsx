import { makeStyles } from '@material-ui/core/styles';
import { HistoryEntry } from '@domaindeck/backstage-plugin-environments-common';
import {
  fullTime,
  Glyph,
  tokensOf,
  useNow,
} from '@domaindeck/backstage-plugin-workloads-react';
import { useTimeText } from '../../../hooks';
import { useHistoryText } from './useHistoryText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'grid',
        gridTemplateColumns: '24px minmax(0, 1fr) max-content',
        columnGap: 10,
        padding: '7px 16px',
        lineHeight: '18px',
        overflowWrap: 'anywhere',
        '& b': { fontWeight: 600 },
      },
      glyph: {
        width: 24,
        height: 24,
        borderRadius: '50%',
        display: 'grid',
        placeItems: 'center',
        background: tokens.sunken,
        color: tokens.text2,
      },
      bad: { background: tokens.bad.tint, color: tokens.bad.text },
      words: { paddingTop: 3 },
      sub: {
        display: 'block',
        color: tokens.text3,
        fontSize: 12,
        lineHeight: '16px',
      },
      time: {
        paddingTop: 3,
        color: tokens.text3,
        fontSize: 12,
        fontVariantNumeric: 'tabular-nums',
        whiteSpace: 'nowrap',
      },
    };
  },
  { name: 'DomainDeckHistoryLine' },
);

/** One thing that happened. */
export function HistoryLine(props: { entry: HistoryEntry }): JSX.Element {
  const { entry } = props;
  const classes = useStyles();
  const now = useNow(60_000);
  const time = useTimeText();
  const text = useHistoryText();
  const { glyph, bad, title, sub } = text(entry, now);
  return (
    <li className={classes.root}>
      <span
        aria-hidden="true"
        className={`${classes.glyph} ${bad ? classes.bad : ''}`}
      >
        <Glyph name={glyph} size={14} />
      </span>
      <span className={classes.words} title={entry.message}>
        {title}
        {sub && <span className={classes.sub}>{sub}</span>}
      </span>
      <time
        className={classes.time}
        dateTime={entry.at}
        title={fullTime(entry.at)}
      >
        {time.clock(entry.at, now)}
      </time>
    </li>
  );
}
