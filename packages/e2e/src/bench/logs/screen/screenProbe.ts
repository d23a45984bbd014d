/** What the probe in the page saw since it was last reset. */
export interface ScreenReport {
  /** Pictures that the browser asked the page for, and over how many milliseconds. */
  readonly frames: number;
  readonly ms: number;
  /** Milliseconds that the page was busy at a stretch, at the longest; 0 where it never was for 50 ms. */
  readonly longestTask: number;
  /** Milliseconds between two pictures, at the longest. */
  readonly longestFrame: number;
}

declare global {
  interface Window {
    screenProbe?: {
      reset(): void;
      report(): ScreenReport;
      /** Milliseconds from the tab's first question to its first painted line; undefined until then. */
      firstLine(): number | undefined;
      /** Milliseconds from the last key to the painted answer of the search; undefined until then. */
      answered(): number | undefined;
    };
  }
}

/** Runs inside the page, before anything else there. */
export function installScreenProbe(): void {
  let frames = 0;
  let startedAt = performance.now();
  let lastFrameAt = startedAt;
  let longestFrame = 0;
  let longestTask = 0;
  let firstLine: number | undefined;
  let typedAt: number | undefined;
  let answered: number | undefined;

  const frame = (at: number) => {
    frames += 1;
    longestFrame = Math.max(longestFrame, at - lastFrameAt);
    lastFrameAt = at;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries()) {
      if (startTime >= startedAt) {
        longestTask = Math.max(longestTask, duration);
      }
    }
  }).observe({ type: 'longtask', buffered: true });

  // The frame after the next begins when what is there now is on the screen.
  const painted = (then: () => void) =>
    requestAnimationFrame(() => requestAnimationFrame(then));
  const watch = new MutationObserver(() => {
    if (document.querySelector('[data-line]')) {
      watch.disconnect();
      painted(() => {
        const asked = performance
          .getEntriesByType('resource')
          .find(({ name }) => name.endsWith('/logs/sources'));
        firstLine = performance.now() - (asked?.startTime ?? 0);
      });
    }
  });
  watch.observe(document, { childList: true, subtree: true });

  const answer = () =>
    document.querySelector('[role="search"] [role="status"]')?.textContent;
  // What the key before was answered may still stand there.
  let before: string | null | undefined;
  const answers = new MutationObserver(() => {
    const text = answer();
    if (text && text !== before) {
      const since = typedAt ?? 0;
      painted(() => {
        answered = performance.now() - since;
      });
    }
    before = text;
  });
  document.addEventListener(
    'input',
    () => {
      typedAt = performance.now();
      answered = undefined;
      before = answer();
      answers.observe(document, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    },
    true,
  );

  window.screenProbe = {
    reset: () => {
      frames = 0;
      startedAt = performance.now();
      lastFrameAt = startedAt;
      longestFrame = 0;
      longestTask = 0;
    },
    report: () => ({
      frames,
      ms: performance.now() - startedAt,
      longestTask,
      longestFrame,
    }),
    firstLine: () => firstLine,
    answered: () => answered,
  };
}
