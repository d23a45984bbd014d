import {
  MutableRefObject,
  ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { Glyph } from '../../components/Glyph';
import { TextButton, useControlStyles } from '../../controls';
import { tokensOf } from '../../theme';
import { LogReader, useReaderVersion } from '../feed';
import { zoneInWords } from '../model/logClock';
import { ShownSpan } from '../model/ShownSpan';
import { useLogText } from '../useLogText';
import { LogLine } from './LogLine';
import { LogLook } from './LogLook';
import { LogNote, NoteActions } from './LogNote';
import { LineActions, OpenedLine } from './OpenedLine';
import { textOfSelection } from './textOfSelection';
import { useFocusAfter } from './useFocusAfter';
import { ListKey, useListEvents } from './useListEvents';
import { useLogWindow } from './useLogWindow';
import { useRowStyles } from './useRowStyles';

/** A mouse wheel does not stop on the last pixel. */
const NEAR_PX = 10;

/** What can be scrolled has to be reached without a pointer. */
const REACHABLE = { tabIndex: 0 };

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        flex: 1,
        minHeight: 0,
        display: 'flex',
        flexDirection: 'column',
        position: 'relative',
      },
      head: {
        flex: 'none',
        minHeight: 26,
        alignItems: 'center',
        font: `500 12px/26px ${theme.typography.fontFamily}`,
        color: tokens.text3,
        borderBottom: `1px solid ${tokens.border}`,
        '&:hover': { background: 'none' },
        '& > span': {
          height: 'auto',
          alignSelf: 'center',
          font: 'inherit',
          color: 'inherit',
        },
      },
      column: {
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'flex-end',
        gap: 2,
      },
      scroll: {
        flex: 1,
        minHeight: 0,
        overflowY: 'auto',
        overflowX: 'hidden',
        // The list keeps its place itself.
        overflowAnchor: 'none',
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: -2,
        },
      },
      top: { padding: '2px 16px', fontSize: 12, color: tokens.text3 },
      all: { position: 'relative', width: '100%' },
      item: { position: 'absolute', top: 0, left: 0, width: '100%' },
    };
  },
  { name: 'DomainDeckLogList' },
);

/**
 * What other parts of a page may ask of a list.
 * @public
 */
export interface LogListHandle {
  /** Brings a row into view. */
  show(id: number): void;
}

/**
 * The lines of a reader. Only what is on the screen is in the page; while the end is followed the newest line stays in
 * view, else nothing moves.
 * @public
 */
export function LogList(props: {
  entityRef: string;
  reader: LogReader;
  look: LogLook;
  following: boolean;
  onFollow: (following: boolean) => void;
  /** The row where the keys are. */
  cursor: number | undefined;
  open: number | undefined;
  around: boolean;
  onOpen: (id: number | undefined, around: boolean) => void;
  onRemoveColumn: (name: string) => void;
  actions: LineActions & NoteActions;
  /** Keys that mean something only while the list has the focus. */
  onKey: (key: ListKey) => void;
  handle?: MutableRefObject<LogListHandle | undefined>;
  /** Is told which part of time is on the screen. */
  shown?: ShownSpan;
  /** Stands below the last row. */
  footer?: ReactNode;
}): JSX.Element {
  const { entityRef, reader, look, following, onFollow, cursor, open } = props;
  const { around, onOpen, onRemoveColumn, actions, onKey } = props;
  const { handle, shown, footer } = props;
  const classes = useStyles();
  const rowClasses = useRowStyles();
  const controls = useControlStyles();
  const t = useLogText();
  const version = useReaderVersion(reader);
  const { store } = reader;
  const { rows } = store;
  const scrollRef = useRef<HTMLDivElement>(null);
  const lastTop = useRef(0);
  const hasFollowed = useRef(following);
  hasFollowed.current ||= following;
  const { older } = reader.getState();

  const drawn = useLogWindow({
    scrollRef,
    rows,
    following,
    open,
    measuredFor: `${look.wrap} ${look.columns.length}`,
  });

  const toEnd = useCallback(() => {
    const element = scrollRef.current;
    if (element) {
      element.scrollTop = element.scrollHeight;
      lastTop.current = element.scrollTop;
    }
  }, []);
  useLayoutEffect(() => {
    if (following) {
      toEnd();
    }
  }, [following, version, rows.length, toEnd]);
  useEffect(() => {
    // What opened at the lower edge would open out of sight.
    scrollRef.current
      ?.querySelector(`[data-row="${open}"]`)
      ?.scrollIntoView?.({ block: 'nearest' });
  }, [open, around]);
  const first = rows.at(0)?.id;
  const lastFirst = useRef(first);
  useLayoutEffect(() => {
    // Older lines were put before: what was on the screen stays where it was.
    const place =
      lastFirst.current === undefined
        ? undefined
        : rows.indexOf(lastFirst.current);
    lastFirst.current = first;
    const element = scrollRef.current;
    if (!following && place && element) {
      element.scrollTop += drawn.offsetOf(place);
      lastTop.current = element.scrollTop;
    }
  }, [first, following, rows, drawn]);

  useEffect(() => {
    if (shown) {
      const [top, end] = drawn.shown();
      const [from, to] = [rows.at(top)?.at, rows.at(end)?.at];
      shown.set(from && to ? { from, to } : undefined);
    }
  });
  useEffect(() => () => shown?.set(undefined), [shown]);
  useFocusAfter(scrollRef, open);

  useEffect(() => {
    if (handle) {
      handle.current = {
        show: id => {
          const index = rows.indexOf(id);
          if (index !== undefined) {
            drawn.toMiddle(index);
          }
        },
      };
    }
  });

  const onScroll = () => {
    const element = scrollRef.current;
    if (!element) {
      return;
    }
    const { scrollTop, scrollHeight, clientHeight } = element;
    const isUp = scrollTop < lastTop.current;
    // Following scrolls by itself, and is told of it when somebody may have paused: that is no wish to go on.
    const isDown = scrollTop > lastTop.current;
    lastTop.current = scrollTop;
    drawn.onScroll();
    const fromEnd = scrollHeight - scrollTop - clientHeight;
    if (following && isUp && fromEnd > NEAR_PX) {
      onFollow(false);
    } else if (
      !following &&
      isDown &&
      fromEnd <= NEAR_PX &&
      open === undefined
    ) {
      onFollow(true);
    }
  };
  useListEvents(scrollRef, {
    onHold: () => onFollow(false),
    onPress: id => onOpen(id === open ? undefined : id, false),
    onKey,
    textOf: marked => textOfSelection(reader, marked),
  });

  return (
    <div className={classes.root}>
      <div className={`${rowClasses.row} ${classes.head}`}>
        <span className={rowClasses.edge} />
        {look.zone !== 'off' && (
          <span className={rowClasses.time} title={zoneInWords(look.zone)}>
            {t('logs.list.time')}
          </span>
        )}
        <span className={rowClasses.pod}>{t('logs.list.pod')}</span>
        <span className={rowClasses.level} />
        {look.columns.map(name => (
          <span key={name} className={`${rowClasses.column} ${classes.column}`}>
            {name}
            <button
              type="button"
              className={controls.plain}
              title={t('logs.list.removeColumn', { name })}
              aria-label={t('logs.list.removeColumn', { name })}
              onClick={() => onRemoveColumn(name)}
            >
              <Glyph name="close" size={12} />
            </button>
          </span>
        ))}
        <span className={rowClasses.text}>{t('logs.list.message')}</span>
      </div>
      <div
        ref={scrollRef}
        className={classes.scroll}
        role="log"
        aria-live="off"
        aria-label={t('logs.list.label')}
        {...REACHABLE}
        onScroll={onScroll}
      >
        {(older === 'more' || older === 'loading') && rows.length > 0 && (
          <div className={classes.top}>
            <TextButton look="link" onClick={() => reader.loadOlder()}>
              {t(
                older === 'loading'
                  ? 'logs.list.loadingOlder'
                  : 'logs.list.loadOlder',
              )}
            </TextButton>
          </div>
        )}
        {rows.left > 0 && (
          <div className={classes.top}>
            {t('logs.list.oldestLeft', {
              lines: rows.left.toLocaleString(),
            })}
          </div>
        )}
        <div
          className={classes.all}
          role="list"
          aria-label={t('logs.list.label')}
          style={{ height: drawn.total }}
        >
          {drawn.items.map(item => {
            const row = rows.at(item.index);
            if (!row) {
              return null;
            }
            const isOpen = row.id === open;
            const hasCursor = row.id === cursor;
            return (
              <div
                // While the list moves, the places stay and their lines change: far less work than new places. They stay when
                // it is paused too, or words that somebody marks would be taken from under the pointer.
                key={hasFollowed.current && !isOpen ? item.index : `#${row.id}`}
                data-row={row.id}
                ref={isOpen || look.wrap ? drawn.measure : undefined}
                className={classes.item}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row.kind === 'line' ? (
                  <LogLine
                    id={`domaindeck-log-${row.id}`}
                    row={row}
                    look={look}
                    state={stateOf(isOpen, hasCursor)}
                  />
                ) : (
                  <LogNote row={row} look={look} actions={actions} />
                )}
                {isOpen && row.kind === 'line' && (
                  <OpenedLine
                    entityRef={entityRef}
                    row={row}
                    look={look}
                    around={around}
                    onAround={next => onOpen(row.id, next)}
                    actions={actions}
                  />
                )}
              </div>
            );
          })}
        </div>
        {footer}
      </div>
    </div>
  );
}

function stateOf(
  isOpen: boolean,
  hasCursor: boolean,
): 'plain' | 'cursor' | 'open' | 'openCursor' {
  if (isOpen) {
    return hasCursor ? 'openCursor' : 'open';
  }
  return hasCursor ? 'cursor' : 'plain';
}
