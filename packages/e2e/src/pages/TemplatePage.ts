import { Locator, Page } from 'playwright-core';

/** How often, and how long apart in milliseconds, it is looked whether a field fills itself in. */
const LOOKS = 15;
const LOOK_MS = 200;

/** A template of the scaffolder, from its form to the end of its task. */
export class TemplatePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** @param url - the portal's; @param name - of the template's entity */
  async open(url: string, name: string): Promise<void> {
    await this.#page.goto(`${url}/create/templates/default/${name}`);
    await this.#form.waitFor();
  }

  async fill(label: string, text: string): Promise<void> {
    await this.#form.getByLabel(startingWith(label)).first().fill(text);
  }

  /** Takes an entity of the catalog by what it is called; the only one there is taken already. */
  async pickEntity(label: string, title: string): Promise<void> {
    const field = this.#form.getByLabel(startingWith(label)).first();
    await field.waitFor();
    if (await this.#isTaken(field)) {
      return;
    }
    await field.click();
    await field.fill(title);
    await this.#page.getByRole('option', { name: title }).first().click();
  }

  /** Takes one of the choices of a field. */
  async choose(label: string, option: string): Promise<void> {
    await this.#form.getByLabel(startingWith(label)).first().click();
    await this.#page.getByRole('option', { name: option }).click();
  }

  next(): Promise<void> {
    return this.#page.getByRole('button', { name: 'Next' }).click();
  }

  /** Sends the form and waits until the task has come to its end. @returns what the task says */
  async run(options: { timeout: number }): Promise<string> {
    await this.#page.getByRole('button', { name: 'Review' }).click();
    await this.#page.getByRole('button', { name: 'Create' }).click();
    await this.#page.waitForURL(/\/create\/tasks\//);
    const log = this.#page.getByText(/Finished step|failed|Error: /);
    await log.last().waitFor(options);
    return this.#page.locator('body').innerText();
  }

  /** A field of one choice is filled in as soon as the catalog has answered, and then is not for typing. */
  async #isTaken(field: Locator): Promise<boolean> {
    for (let look = 0; look < LOOKS; look++) {
      if (await field.isDisabled()) {
        return true;
      }
      await this.#page.waitForTimeout(LOOK_MS);
    }
    return false;
  }

  get #form() {
    return this.#page.locator('form');
  }
}

/** The mark of a field that is required follows its label. */
function startingWith(label: string): RegExp {
  return new RegExp(`^${label.replace(/[?.]/g, '\\$&')}`);
}
