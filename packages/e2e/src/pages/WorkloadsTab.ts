import { Locator, Page } from 'playwright-core';

/** The Workloads tab of an entity. */
export class WorkloadsTab {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  static path(kind: string, name: string): string {
    return `/catalog/default/${kind}/${name}/workloads`;
  }

  get matrix(): Locator {
    return this.#page.getByRole('table', { name: 'Services by environment' });
  }

  /** One cell; its accessible name says state, version and readiness too. */
  cell(service: string, environment: string): Locator {
    return this.matrix.getByRole('link', {
      name: new RegExp(`^${service} in ${environment}\\b`),
    });
  }

  column(environment: string): Locator {
    return this.matrix.getByRole('columnheader', {
      name: new RegExp(`^${environment}\\b`),
    });
  }

  /** Says how many clusters are live. */
  get live(): Locator {
    return this.#page.getByText(/^Live · \d+ of \d+ clusters/);
  }

  /** The panel of one workload. */
  panel(service: string): Locator {
    return this.#page.getByRole('complementary', {
      name: new RegExp(`^${service}\\b`),
    });
  }
}
