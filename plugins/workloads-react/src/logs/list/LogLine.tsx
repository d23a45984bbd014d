import { memo, useMemo } from 'react';
import { useTheme } from '@material-ui/core/styles';
import { logTokensOf } from '../logTokensOf';
import { levelCode } from '../model/levelCode';
import { linePieces } from '../model/linePieces';
import { logClock } from '../model/logClock';
import { LogLineRow } from '../model/LogRow';
import { withoutAnsi } from '../model/parseAnsi';
import { podLabel } from '../model/podLabel';
import { readFields } from '../model/readFields';
import { visibleText } from '../model/visibleText';
import { useLogText } from '../useLogText';
import { LineText } from './LineText';
import { LogLook } from './LogLook';
import { PodSwatch } from './PodSwatch';
import { useRowStyles } from './useRowStyles';

/** Characters that a screen reader is given of one line. */
const READ_ALOUD = 200;

/** One line: time, pod, level, columns, message. */
export const LogLine = memo(function Line(props: {
  row: LogLineRow;
  look: LogLook;
  /** `cursor`: where the keys are. */
  state: 'plain' | 'cursor' | 'open' | 'openCursor';
  id: string;
}): JSX.Element {
  const { row, look, state, id } = props;
  const classes = useRowStyles();
  const logs = logTokensOf(useTheme());
  const t = useLogText();
  const source = look.sourceAt(row.source);
  const { text, level } = row;
  const pieces = useMemo(
    () =>
      linePieces(text, look.pattern, look.columns, look.wrap ? 65_536 : 2_000),
    [text, look.pattern, look.columns, look.wrap],
  );
  const columns = useMemo(() => {
    if (look.columns.length === 0) {
      return [];
    }
    const { fields } = readFields(withoutAnsi(text));
    return look.columns.map(name => ({
      name,
      value: fields.find(field => field.name === name)?.value ?? '',
    }));
  }, [text, look.columns]);
  const pod = source ? podLabel(source.origin.cluster, source.origin.pod) : '';
  const isOpen = state === 'open' || state === 'openCursor';
  const hasCursor = state === 'cursor' || state === 'openCursor';
  const isGrave = level === 'error' || level === 'warn';
  return (
    <div
      id={id}
      data-line={row.id}
      role="listitem"
      aria-current={hasCursor || undefined}
      aria-label={t('logs.list.row', {
        time: logClock(row.at, look.zone).slice(0, 8),
        level: t(`logs.levels.${level}`),
        pod,
        text: visibleText(withoutAnsi(text.slice(0, READ_ALOUD))),
      })}
      className={[
        classes.row,
        level === 'error' && classes.error,
        isOpen && classes.open,
        hasCursor && classes.cursor,
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <span
        className={classes.edge}
        style={isGrave ? { background: logs.level[level] } : undefined}
      />
      {look.zone !== 'off' && (
        <span className={classes.time} title={row.at}>
          {logClock(row.at, look.zone)}
        </span>
      )}
      <span className={classes.pod} title={source?.origin.pod}>
        <PodSwatch colour={source && look.colours.get(source.pod)} />
        {pod}
      </span>
      <span
        className={classes.level}
        style={{
          color: logs.levelText[level],
          fontWeight: isGrave ? 700 : undefined,
        }}
      >
        {levelCode[level]}
      </span>
      {columns.map(column => (
        <span key={column.name} className={classes.column} title={column.value}>
          {column.value}
        </span>
      ))}
      <span className={`${classes.text} ${look.wrap ? classes.wrapped : ''}`}>
        <LineText pieces={pieces} />
      </span>
    </div>
  );
});
