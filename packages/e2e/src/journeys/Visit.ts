import { Page } from 'playwright-core';
import {
  openBrowser,
  OpenBrowser,
  OpenBrowserOptions,
} from '../browser/openBrowser';
import { keepPicture } from '../browser/keepPicture';
import { SignInPage } from '../pages/SignInPage';
import { PortalProcess } from '../portal/PortalProcess';

/** One person in one browser, and what went wrong in its console. */
export class Visit {
  readonly #browser: OpenBrowser;
  readonly #portal: PortalProcess;
  readonly page: Page;
  /** Errors that no page handled; a journey ends with none. */
  readonly errors: string[] = [];

  /** @param options - `path` is where the person enters, the portal's root unless told */
  static async start(
    portal: PortalProcess,
    person: string,
    options: OpenBrowserOptions & { path?: string } = {},
  ): Promise<Visit> {
    const browser = await openBrowser(options);
    const visit = new Visit(browser, portal, await browser.context.newPage());
    await new SignInPage(visit.page).enterAs(
      person,
      `${portal.url}${options.path ?? '/'}`,
    );
    return visit;
  }

  private constructor(browser: OpenBrowser, portal: PortalProcess, page: Page) {
    this.#browser = browser;
    this.#portal = portal;
    this.page = page;
    page.on('pageerror', error => this.errors.push(error.message));
  }

  /** Another tab of the same person. */
  async openTab(path: string): Promise<Page> {
    const page = await this.#browser.context.newPage();
    page.on('pageerror', error => this.errors.push(error.message));
    await page.goto(`${this.#portal.url}${path}`);
    return page;
  }

  /** Keeps what the person sees; see {@link keepPicture}. */
  screenshot(name: string): Promise<void> {
    return keepPicture(this.page, name);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
