import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { LogSources } from '@domaindeck/backstage-plugin-workloads-common';
import {
  boundsOf,
  LineActions,
  logsApiRef,
  NoteActions,
  useClock,
  useLogText,
  wordsOfError,
  writeClipboard,
} from '@domaindeck/backstage-plugin-workloads-react';
import { downloadChoice } from './model/downloadChoice';
import { linkTo } from './model/linkTo';
import { filterOf, withLevels } from './model/logChoice';
import { saveStream } from './saveStream';
import { LineAt } from './useLineAt';
import { LogsModel } from './useLogsModel';
import { LogsViewControl } from './useLogsView';

/** What can be done with the view and its lines, and what is said of it. */
export interface LogActions extends LineActions, NoteActions {
  /** Copies the address of what is shown. */
  readonly onLinkView: () => void;
  /** What is to be said for a moment. */
  readonly toast: string | undefined;
  readonly onToastOver: () => void;
}

/** Makes filters and columns of fields, copies links, downloads. */
export function useLogActions(options: {
  entityRef: string;
  sources: LogSources;
  control: LogsViewControl;
  model: LogsModel;
  line: LineAt;
}): LogActions {
  const { entityRef, sources, control, model, line } = options;
  const { view, change, zoom, addressOf } = control;
  const t = useLogText();
  const clock = useClock();
  const api = useApi(logsApiRef);
  const [toast, setToast] = useState<string>();
  const { reader } = model.shown;

  const copyLink = async (part: Parameters<typeof addressOf>[0]) => {
    const done = await writeClipboard(addressOf(part));
    setToast(t(done ? 'logs.tools.linkCopied' : 'logs.tools.copyRefused'));
  };
  const download = async () => {
    const bounds = boundsOf(view.range, clock.now());
    const env = downloadChoice(sources, view).downloadable;
    try {
      await saveStream(
        await api.downloadLogs(entityRef, {
          ...withLevels(filterOf(sources, { ...view, env }, model.crash), view),
          ...(model.mode === 'previous'
            ? { previous: true }
            : {
                from: new Date(bounds.from).toISOString(),
                to: new Date(bounds.to).toISOString(),
              }),
        }),
        `${view.service ?? entityRef.split('/').at(-1)}.log`,
      );
    } catch (error) {
      setToast(
        t('logs.tools.downloadFailed', {
          message: wordsOfError(error as Error),
        }),
      );
    }
  };
  return {
    onFilter: (kind, field) =>
      change({ chips: [...view.chips, { kind, text: field.value }] }),
    onAddColumn: name =>
      change({
        columns: view.columns.includes(name)
          ? view.columns
          : [...view.columns, name],
      }),
    onLink: row => {
      if (reader) {
        void copyLink(linkTo(reader, row));
      }
    },
    onLinkView: () => void copyLink({}),
    onClose: () => line.setOpen(undefined, false),
    onReadBefore: pod => zoom({ pod: pod.split('/').at(-1), previous: true }),
    onDownload: () => void download(),
    toast,
    onToastOver: () => setToast(undefined),
  };
}
