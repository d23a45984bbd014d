import { Page } from 'playwright-core';

/** The demo's entrance. */
export class SignInPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Opens an address of the portal and enters as one of the people on the cards. */
  async enterAs(name: string, url: string): Promise<void> {
    await this.#page.goto(url);
    await this.#page
      .getByRole('button', {
        name: new RegExp(`^(Enter as ${name}|以 ${name} 身份进入)$`),
      })
      .click();
  }
}
