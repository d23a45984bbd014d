import { Locator, Page } from 'playwright-core';

/** The Environments tab of the payments domain, and the pages inside it. */
export class EnvironmentsTab {
  static readonly PATH = '/catalog/default/domain/payments/environments';

  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** From the list to the form of a new one. */
  async openForm(): Promise<void> {
    await this.#page
      .getByRole('button', { name: 'New environment' })
      .first()
      .click();
  }

  /** The box of a service on the form. */
  service(name: string): Locator {
    return this.#page.getByRole('checkbox', { name: new RegExp(`^${name}, `) });
  }

  /** Opens the versions of a service on the form. */
  version(service: string): Locator {
    return this.#page.getByRole('button', {
      name: new RegExp(`^Version of ${service}: `),
    });
  }

  /** Something that can be done with the environment whose page this is. */
  action(name: string): Locator {
    return this.#page
      .getByRole('group', { name: 'What can be done' })
      .getByRole('button', { name });
  }

  /**
   * The row of a service on the page of an environment.
   *
   * @param says - a pattern of what stands behind the name
   */
  row(service: string, says: string): Locator {
    return this.#page
      .getByRole('table', { name: 'Services', exact: true })
      .getByRole('row', { name: new RegExp(`^${service} .*${says}`) });
  }
}
