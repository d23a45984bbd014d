import {
  LogLineRow,
  useTabKeys,
} from '@domaindeck/backstage-plugin-workloads-react';
import { LineAt } from './useLineAt';

/** The keys of the tab; see {@link LogKeysDialog} for the list that people read. */
export function useLogKeys(options: {
  line: LineAt;
  follow: () => void;
  search: () => void;
  wrap: () => void;
  help: () => void;
  /** Where runs of a container are looked at: the one before and the one after. */
  runs: { readonly before?: () => void; readonly after?: () => void };
  /** Copies the link to a line. */
  link: (row: LogLineRow) => void;
}): void {
  const { line, follow, search, wrap, help, runs, link } = options;
  useTabKeys({
    '/': search,
    f: follow,
    w: wrap,
    '?': help,
    ...(runs.before && { ArrowLeft: runs.before }),
    ...(runs.after && { ArrowRight: runs.after }),
    j: () => line.move(1, 'line'),
    k: () => line.move(-1, 'line'),
    n: () => line.move(1, 'hit'),
    N: () => line.move(-1, 'hit'),
    e: () => line.move(1, 'error'),
    E: () => line.move(-1, 'error'),
    c: () => {
      if (line.cursor !== undefined) {
        line.setOpen(line.cursor, true);
      }
    },
    l: () => {
      const row = line.row();
      if (row?.kind === 'line') {
        link(row);
      }
    },
    Escape: () => {
      if (line.open !== undefined) {
        line.setOpen(undefined, false);
      } else {
        line.leave();
      }
    },
  });
}
