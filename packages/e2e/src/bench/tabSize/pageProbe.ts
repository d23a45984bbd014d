/** What the probe in the page has seen so far. */
export interface ProbeReport {
  /** From asking the backend to the painted matrix, in milliseconds; undefined until it is painted. */
  readonly firstRender?: number;
  /** The longest time from an input to the next paint, of each interaction, in milliseconds. */
  readonly interactions: readonly {
    readonly name: string;
    readonly ms: number;
  }[];
}

declare global {
  interface Window {
    probe?: { report(): ProbeReport; forget(): void };
  }
}

/** The browser's own measure of an interaction; TypeScript's library does not know `interactionId` everywhere. */
interface InteractionEntry extends PerformanceEntry {
  readonly interactionId?: number;
}

/** Runs inside the page, before anything else there. */
export function installProbe(): void {
  let firstRender: number | undefined;
  const interactions = new Map<number, { name: string; ms: number }>();

  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as InteractionEntry[]) {
      const id = entry.interactionId ?? 0;
      const known = interactions.get(id);
      if (id > 0 && (!known || known.ms < entry.duration)) {
        interactions.set(id, { name: entry.name, ms: entry.duration });
      }
    }
  }).observe({
    type: 'event',
    durationThreshold: 16,
  } as PerformanceObserverInit);

  const watch = new MutationObserver(() => {
    const cells = document.querySelectorAll(
      'table[aria-label="Services by environment"] tbody td a',
    );
    if (cells.length === 0) {
      return;
    }
    watch.disconnect();
    // The frame after the next begins when the one with the cells is on the screen.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const asked = performance
          .getEntriesByType('resource')
          .find(({ name }) => name.endsWith('/workloads'));
        firstRender = performance.now() - (asked?.startTime ?? 0);
      }),
    );
  });
  watch.observe(document, { childList: true, subtree: true });

  window.probe = {
    report: () => ({ firstRender, interactions: [...interactions.values()] }),
    forget: () => interactions.clear(),
  };
}
