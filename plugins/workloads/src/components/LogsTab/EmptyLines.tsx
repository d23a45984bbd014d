import {
  CopyButton,
  EmptyNotice,
  isRefused,
  RANGE_DURATIONS,
  TextButton,
  useLogText,
  wordsOfError,
} from '@domaindeck/backstage-plugin-workloads-react';
import { LogSources } from '@domaindeck/backstage-plugin-workloads-common';
import { YamlSnippet } from '../parts/YamlSnippet';
import { unknownName } from './model/unknownName';
import { NothingThere } from './NothingThere';
import { LogsModel } from './useLogsModel';
import { LogsViewControl } from './useLogsView';
import { WrongQuestion } from './WrongQuestion';

/** What stands in place of the lines where there are none. */
export function EmptyLines(props: {
  sources: LogSources;
  model: LogsModel;
  control: LogsViewControl;
  linkAbsent: boolean;
}): JSX.Element {
  const { sources, model, control, linkAbsent } = props;
  const { view, change, zoom } = control;
  const t = useLogText();
  const { reader } = model.shown;
  const state = reader?.getState();
  const { wrong } = model.shown;
  if (wrong) {
    return <WrongQuestion error={wrong} control={control} />;
  }
  if (linkAbsent || (view.line && state?.phase === 'failed')) {
    return (
      <EmptyNotice
        glyph="link"
        title={t('logs.states.lineAbsent.title')}
        actions={
          <TextButton
            onClick={() =>
              zoom({
                line: undefined,
                range: { kind: 'live', duration: 'PT15M' },
              })
            }
          >
            {t('logs.states.lineAbsent.live')}
          </TextButton>
        }
      >
        {t('logs.states.lineAbsent.text')}
      </EmptyNotice>
    );
  }
  if (state?.phase === 'failed' && isRefused(state.error)) {
    return (
      <EmptyNotice glyph="lock" title={t('logs.states.noRight.title')}>
        {state.error && wordsOfError(state.error)}
      </EmptyNotice>
    );
  }
  if (state?.error && state.phase === 'asking') {
    return (
      <EmptyNotice
        glyph="refresh"
        title={t('logs.states.lost.title')}
        actions={
          <TextButton onClick={() => reader?.retryNow()}>
            {t('logs.states.lost.tryNow')}
          </TextButton>
        }
      >
        {t('logs.states.lost.text')}
        <p>{wordsOfError(state.error)}</p>
      </EmptyNotice>
    );
  }
  if (!state || state.phase === 'asking') {
    return (
      <div role="status" aria-label={t('logs.list.loading')}>
        <EmptyNotice title={t('logs.list.loading')}>{null}</EmptyNotice>
      </div>
    );
  }
  const waiting = model.pods.flatMap(pod =>
    pod.containers
      .filter(one => one.role === 'main' && one.state === 'waiting')
      .map(container => ({ pod, container })),
  );
  if (waiting.length > 0 && waiting.length === model.pods.length) {
    const [{ pod, container }] = waiting;
    return (
      <EmptyNotice
        glyph="clock"
        title={
          container.reason
            ? t('logs.states.waiting.title', { why: container.reason })
            : t('logs.states.waiting.titlePlain')
        }
      >
        {t('logs.states.waiting.text', { pod: pod.name })}
        {container.message && <YamlSnippet>{container.message}</YamlSnippet>}
      </EmptyNotice>
    );
  }
  const unknown = unknownName(sources, view);
  if (unknown !== undefined) {
    return <NothingThere name={unknown} control={control} />;
  }
  if (view.chips.length > 0) {
    const last = view.chips[view.chips.length - 1];
    return (
      <EmptyNotice
        glyph="filter"
        title={t('logs.states.noMatch.title', {
          scanned: (reader?.store.counts.scanned ?? 0).toLocaleString(),
        })}
        actions={
          <>
            <TextButton
              onClick={() => change({ chips: view.chips.slice(0, -1) })}
            >
              {t('logs.states.noMatch.drop', { text: last.text })}
            </TextButton>
            <TextButton look="link" onClick={() => change({ chips: [] })}>
              {t('logs.states.noMatch.clear')}
            </TextButton>
          </>
        }
      >
        {t('logs.states.noMatch.text')}
      </EmptyNotice>
    );
  }
  const missing = sources.history.find(
    one => one.state === 'none' && one.remedy,
  );
  if (model.mode === 'range' && missing?.remedy) {
    const { remedy } = missing;
    return (
      <EmptyNotice
        glyph="layers"
        title={t('logs.states.noStore.title')}
        actions={
          <CopyButton text={() => remedy}>
            {t('logs.states.noStore.copy')}
          </CopyButton>
        }
      >
        {t('logs.states.noStore.text')}
        <YamlSnippet>{remedy}</YamlSnippet>
      </EmptyNotice>
    );
  }
  const longer =
    view.range.kind === 'fixed'
      ? undefined
      : RANGE_DURATIONS[RANGE_DURATIONS.indexOf(view.range.duration) + 1];
  return (
    <EmptyNotice
      title={t('logs.states.nothing.title')}
      actions={
        longer && (
          <TextButton
            onClick={() => zoom({ range: { kind: 'last', duration: longer } })}
          >
            {t('logs.states.nothing.longer', {
              span: t(`logs.time.span.${longer}`),
            })}
          </TextButton>
        )
      }
    >
      {t('logs.states.nothing.text')}
    </EmptyNotice>
  );
}
