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

  /** Opens a drawn line. */
  async open(line: Locator): Promise<void> {
    await line.click();
    await this.#page
      .getByRole('button', { name: 'Link to this line' })
      .waitFor();
  }

  /** Copies the link to the opened line, as a person does to hand it on. */
  async linkToOpened(): Promise<string> {
    await this.#page
      .context()
      .grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.#page.getByRole('button', { name: 'Link to this line' }).click();
    await this.#page.getByText('Link copied.').waitFor();
    return this.#page.evaluate(() => navigator.clipboard.readText());
  }

  /** Goes to the first of the lines that are at hand. */
  async toTop(): Promise<void> {
    await this.list.evaluate(list => {
      list.scrollTop = 0;
    });
  }

  /** Goes up from the end until something is drawn: only what is on the screen is in the page. */
  async upTo(wanted: Locator): Promise<void> {
    while ((await wanted.count()) === 0) {
      const top = await this.list.evaluate(list => {
        const before = list.scrollTop;
        list.scrollTop -= list.clientHeight / 2;
        return before;
      });
      if (top === 0) {
        throw new Error(`It stands nowhere in the list: ${wanted}`);
      }
    }
  }

  /** The colour of each pod that is listed, by what it is called there. */
  async podColours(): Promise<ReadonlyMap<string, string>> {
    const pods = this.#page
      .getByRole('complementary', { name: 'Sources' })
      .getByRole('button', { name: /^(Mute|Show) \S+·\S+$/ });
    await pods.first().waitFor();
    const colours = new Map<string, string>();
    for (const pod of await pods.all()) {
      const name = (await pod.getAttribute('aria-label')) ?? '';
      colours.set(name.split(' ')[1], await swatchOf(pod));
    }
    return colours;
  }

  get histogram(): Locator {
    return this.#page.getByRole('slider', { name: 'Lines over time' });
  }

  /** "1,234 shown of 5,678 scanned". */
  get counts(): Locator {
    return this.#page.getByText(/shown of .* scanned/);
  }
}

/** The colour of the swatch in a list or legend, as the browser writes it. */
export function swatchOf(entry: Locator): Promise<string> {
  return entry
    .locator('[aria-hidden="true"]')
    .first()
    .evaluate(swatch => getComputedStyle(swatch).borderTopColor);
}
