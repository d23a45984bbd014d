import { Page } from 'playwright-core';

/**
 * A headless browser shows every tab at once, a person's hides all but the one in front. This tells pages what a
 * person's browser would tell them, by the same event.
 */
export async function bringToFront(
  page: Page,
  pages: readonly Page[],
): Promise<void> {
  for (const other of pages) {
    await other.evaluate(setVisibility, other === page ? 'visible' : 'hidden');
  }
}

/** Runs inside the page. */
function setVisibility(state: string): void {
  if (document.visibilityState === state) {
    return;
  }
  Object.defineProperties(document, {
    visibilityState: { configurable: true, get: () => state },
    hidden: { configurable: true, get: () => state === 'hidden' },
  });
  document.dispatchEvent(new Event('visibilitychange'));
}
