import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Page } from 'playwright-core';
import { REPOSITORY } from '../repository';

/** Keeps what a page shows as `artifacts/<name>.png` in the root. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = join(REPOSITORY, 'artifacts');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
