import { Clock } from '@domaindeck/backstage-plugin-workloads-node';

/** Milliseconds for which the pods of a cluster may say nothing while an answer waits for them. */
const PATIENCE = 10_000;

/** Ends when something that is read has not come on for too long. */
export interface SilenceWatch {
  /** Aborts with an error in words for people, or with the outer signal. */
  readonly signal: AbortSignal;
  /** Something came. */
  note(): void;
  /** Has to be called in the end. */
  stop(): void;
}

/** Watches over the reading of pods, so that no answer waits for a silent cluster. */
export function watchSilence(clock: Clock, outer: AbortSignal): SilenceWatch {
  const controller = new AbortController();
  const leave = () => controller.abort(outer.reason);
  outer.addEventListener('abort', leave, { once: true });
  if (outer.aborted) {
    leave();
  }
  let heardAt = clock.now().getTime();
  let cancel = () => {};
  const look = () => {
    const rest = heardAt + PATIENCE - clock.now().getTime();
    if (rest <= 0) {
      controller.abort(
        new Error('The pods have not answered within 10 s; the rest is shown'),
      );
    } else {
      cancel = clock.after(rest, look);
    }
  };
  look();
  return {
    signal: controller.signal,
    note: () => {
      heardAt = clock.now().getTime();
    },
    stop: () => {
      cancel();
      outer.removeEventListener('abort', leave);
    },
  };
}
