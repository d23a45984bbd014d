import { Locator, Page } from 'playwright-core';

/** The Logs tab of an entity. */
export class LogsTab {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  static path(kind: string, name: string, query = ''): string {
    return `/catalog/default/${kind}/${name}/logs${query}`;
  }

  get list(): Locator {
    return this.#page.getByRole('log', { name: 'Log lines' });
  }

  /** The rows that are drawn; a row's name reads time, level, pod, text. */
  rows(name: RegExp): Locator {
    return this.list.getByRole('listitem', { name });
  }

  get search(): Locator {
    return this.#page.getByRole('searchbox', { name: 'Search in logs' });
  }

  condition(text: string): Locator {
    return this.#page.getByRole('button', {
      name: `Remove the condition ${text}`,
    });
  }

  get counts(): Locator {
    return this.#page.getByText(/shown of [\d,+]+ scanned/);
  }
}
