import {
  HistoryEntry,
  Step,
  WaitReason,
} from '@domaindeck/backstage-plugin-environments-common';

/** Something that happened or holds, word for word. */
export interface Happening {
  readonly key: string;
  /** RFC 3339. */
  readonly at: string;
  /** Unless it is about the whole environment. */
  readonly service?: string;
  readonly message: string;
}

/** Why services are not there yet, in the words of the cluster, before what is in the history, newest first. */
export function happeningsOf(
  history: readonly HistoryEntry[],
  steps: readonly Step[],
): readonly Happening[] {
  const current = steps.find(
    step => step.state === 'running' || step.state === 'failed',
  );
  const waits = (reason: WaitReason, service: string): Happening[] => {
    const at = reason.since ?? current?.startedAt;
    const isTold = history.some(one => one.message.includes(reason.message));
    return at && !isTold
      ? [{ key: service, at, service, message: reason.message }]
      : [];
  };
  return [
    ...(current?.services ?? []).flatMap(({ name, reason }) =>
      reason ? waits(reason, name) : [],
    ),
    ...history.map(({ id, at, service, message }) => ({
      key: id,
      at,
      service,
      message,
    })),
  ];
}
