import { RefObject, useEffect, useState } from 'react';
import {
  lineHash,
  LogBuffer,
  LogListHandle,
  LogReader,
  LogRow,
  readLineLink,
} from '@domaindeck/backstage-plugin-workloads-react';
import { LogsView } from './model/logsView';

/** Pages that are read to find the line of a link; it stands near the end of the first. */
const PAGES = 5;

/** Where the reader's eyes are, and how to get elsewhere. */
export interface LineAt {
  /** Id of the row on which the keys work. */
  readonly cursor: number | undefined;
  /** Id of the opened row. */
  readonly open: number | undefined;
  /** Whether the lines around the opened one are shown. */
  readonly around: boolean;
  /** Place among what was found, from 1. */
  readonly foundAt: number;
  /** Whether the line of the link was looked for and is not there. */
  readonly linkAbsent: boolean;
  setOpen(id: number | undefined, around: boolean): void;
  /** Goes to the next or previous row of a kind. */
  move(step: 1 | -1, kind: 'line' | 'error' | 'hit'): void;
  /** Goes to a row. */
  go(id: number): void;
  row(): LogRow | undefined;
  leave(): void;
}

/** Keeps track of the row that is looked at; opens the line of a link. */
export function useLineAt(
  reader: LogReader | undefined,
  view: LogsView,
  handle: RefObject<LogListHandle | undefined>,
  found: readonly number[] | undefined,
): LineAt {
  const [cursor, setCursor] = useState<number>();
  const [opened, setOpened] = useState<{ id?: number; around: boolean }>({
    around: false,
  });
  const [pages, setPages] = useState(0);
  const [linkAbsent, setLinkAbsent] = useState(false);
  const { line } = view;

  useEffect(() => {
    setCursor(undefined);
    setOpened({ around: false });
    setPages(0);
    setLinkAbsent(false);
  }, [reader]);

  const phase = reader?.getState().phase;
  const older = reader?.getState().older;
  useEffect(() => {
    const link = line === undefined ? undefined : readLineLink(line);
    if (!reader || phase !== 'complete' || older === 'loading' || !line) {
      return;
    }
    const id = link && idOfLink(reader, link);
    if (id !== undefined) {
      setOpened(before => (before.id === id ? before : { id, around: false }));
      setCursor(id);
      handle.current?.show(id);
    } else if (older === 'more' && pages < PAGES) {
      setPages(pages + 1);
      reader.loadOlder();
    } else {
      setLinkAbsent(true);
    }
  }, [reader, phase, older, line, pages, handle]);

  const rows = reader?.store.rows;
  return {
    cursor,
    open: opened.id,
    around: opened.around,
    foundAt: found && cursor !== undefined ? found.indexOf(cursor) + 1 : 0,
    linkAbsent,
    setOpen(id, around) {
      setOpened({ id, around });
      if (id !== undefined) {
        setCursor(id);
      }
    },
    move(step, kind) {
      const next =
        rows &&
        neighbour(rows, cursor, step, kind === 'hit' ? found : undefined, kind);
      if (next !== undefined) {
        setCursor(next);
        handle.current?.show(next);
      }
    },
    go(id) {
      setCursor(id);
      handle.current?.show(id);
    },
    row() {
      const place = cursor === undefined ? undefined : rows?.indexOf(cursor);
      return place === undefined ? undefined : rows?.at(place);
    },
    leave() {
      setOpened({ around: false });
      setCursor(undefined);
    },
  };
}

function idOfLink(
  reader: LogReader,
  link: NonNullable<ReturnType<typeof readLineLink>>,
): number | undefined {
  const { rows } = reader.store;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows.at(index);
    if (row?.kind === 'line' && row.at === link.at) {
      const origin = reader.store.sourceAt(row.source)?.origin;
      if (
        origin?.pod === link.source.pod &&
        origin.cluster === link.source.cluster &&
        lineHash(row.at, row.text) === link.hash
      ) {
        return row.id;
      }
    }
  }
  return undefined;
}

function neighbour(
  rows: LogBuffer,
  cursor: number | undefined,
  step: 1 | -1,
  found: readonly number[] | undefined,
  kind: 'line' | 'error' | 'hit',
): number | undefined {
  const wanted = found && new Set(found);
  const now = cursor === undefined ? undefined : rows.indexOf(cursor);
  let index = now ?? rows.length;
  // Without a place the newest row is the one at hand.
  if (now === undefined && step === 1) {
    index = rows.length - 2;
  }
  for (;;) {
    index += step;
    const row = rows.at(index);
    if (!row) {
      return undefined;
    }
    const fits =
      row.kind === 'line' &&
      (kind !== 'error' || row.level === 'error') &&
      (!wanted || wanted.has(row.id));
    if (fits) {
      return row.id;
    }
  }
}
