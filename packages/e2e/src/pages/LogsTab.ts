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

  condition(text: string): Locator {
    return this.#page.getByRole('button', {
      name: `Remove the condition ${text}`,
    });
  }
}
