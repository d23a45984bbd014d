import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserContext, chromium } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** A step of a journey is stuck after this, in milliseconds; two busy cores need some. */
const STEP_LIMIT_MS = 30_000;

/** A development bundle of some 20 MB is read and parsed within this, in milliseconds. */
const LOAD_LIMIT_MS = 90_000;

/** Whether this machine has a browser to drive. */
export function hasBrowser(): boolean {
  return existsSync(CHROMIUM);
}

/** A person's browser: a window of its own without anything remembered. */
export interface OpenBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** How a browser is opened. */
export interface OpenBrowserOptions {
  readonly colorScheme?: 'light' | 'dark';
  /** BCP 47, such as `zh-CN`. */
  readonly locale?: string;
  /** What the person has chosen in the portal's settings; English unless told. */
  readonly language?: 'en' | 'zh';
  readonly width?: number;
  readonly height?: number;
}

/** Opens Chromium with a profile of its own, which is gone after `close`. */
export async function openBrowser(
  options: OpenBrowserOptions = {},
): Promise<OpenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'domaindeck-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.colorScheme ?? 'light',
    locale: options.locale ?? 'en-US',
  });
  if (options.language) {
    // Where Backstage's settings keep the choice.
    await context.addInitScript(
      code => window.localStorage.setItem('language', code),
      options.language,
    );
  }
  context.setDefaultTimeout(STEP_LIMIT_MS);
  context.setDefaultNavigationTimeout(LOAD_LIMIT_MS);
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
