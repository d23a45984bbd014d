import { Locator, Page } from 'playwright-core';

/** The Access tab of a domain. */
export class AccessTab {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  static path(domain: string): string {
    return `/catalog/default/domain/${domain}/access`;
  }

  get matrix(): Locator {
    return this.#page.getByRole('table', {
      name: 'Departments by environment',
    });
  }

  /** One cell; its name goes on with the role and why. */
  cell(who: string, environment: string): Locator {
    return this.matrix.getByRole('button', {
      name: new RegExp(`^${who} in ${environment}: `),
    });
  }

  /** Why somebody may. */
  get why(): Locator {
    return this.#page.getByRole('region', { name: 'Why', exact: true });
  }

  /** The form of a grant: `New grant`, `Change a grant` or `End a grant`. */
  form(name: string): Locator {
    return this.#page.getByRole('region', { name, exact: true });
  }

  /** Fills in a new grant up to the point where it may be saved. */
  async fillIn(grant: {
    who: string;
    where: string;
    role: string;
    why: string;
  }): Promise<void> {
    const form = this.form('New grant');
    await form.getByRole('textbox', { name: 'Who' }).fill(grant.who);
    await this.#page.getByRole('option', { name: grant.who }).click();
    await form.getByRole('button', { name: /^Where/ }).click();
    await this.#page
      .getByRole('menuitemcheckbox', { name: new RegExp(`^${grant.where}`) })
      .click();
    await this.#page.keyboard.press('Escape');
    await form.getByRole('button', { name: /^Role/ }).click();
    await this.#page
      .getByRole('menuitemradio', { name: grant.role, exact: true })
      .click();
    await form.getByRole('textbox', { name: 'Why' }).fill(grant.why);
  }
}
