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

  /** A drawn line; its name says time, level, pod and text. */
  line(text: string | RegExp): Locator {
    return this.list.getByRole('listitem', {
      name: typeof text === 'string' ? new RegExp(text) : text,
    });
  }

  condition(text: string): Locator {
    return this.#page.getByRole('button', {
      name: `Remove the condition ${text}`,
    });
  }

  async filter(text: string): Promise<void> {
    const field = this.#page.getByRole('searchbox', { name: 'Search in logs' });
    await field.fill(text);
    await field.press('Enter');
    await this.condition(text.replace(/^-/, '')).waitFor();
  }

  get histogram(): Locator {
    return this.#page.getByRole('slider', { name: 'Lines over time' });
  }

  /** "1,234 shown of 5,678 scanned". */
  get counts(): Locator {
    return this.#page.getByText(/shown of .* scanned/);
  }
}
