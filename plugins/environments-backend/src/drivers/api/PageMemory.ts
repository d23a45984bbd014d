import { createHash } from 'node:crypto';
import { isObject, KubernetesObject } from '../../objects';
import { parseJson } from './parseJson';

/** A page of a list. */
export interface Page {
  readonly items: readonly KubernetesObject[];
  /** Where the next one begins. */
  readonly next: string | undefined;
}

const ITEMS = '"items":';

/**
 * Remembers the pages of a list that is read again and again, by a hash of their items: a page that comes as it was is
 * not parsed, and its objects are the very same.
 */
export class PageMemory {
  readonly #pages: { readonly hash: string; readonly page: Page }[] = [];

  /** @param parse - for a page that is new or changed */
  page(index: number, text: string, parse: (text: string) => Page): Page {
    const start = text.indexOf(ITEMS);
    // The version of the whole list stands before the items, and is another each time.
    const head = start < 0 ? undefined : headOf(text.slice(0, start));
    if (!head) {
      return parse(text);
    }
    const hash = createHash('sha256')
      .update(text.slice(start))
      .digest('base64');
    const known = this.#pages[index];
    if (known?.hash === hash) {
      return { items: known.page.items, next: head.next };
    }
    const page = parse(text);
    this.#pages[index] = { hash, page };
    return page;
  }

  /** Forgets pages that the list does not have any more. */
  trim(pages: number): void {
    this.#pages.length = Math.min(this.#pages.length, pages);
  }
}

/** @returns undefined when what stands before the items does not hold the metadata */
function headOf(text: string): { next: string | undefined } | undefined {
  const head = parseJson(`${text}${ITEMS}[]}`);
  if (!isObject(head) || !isObject(head.metadata)) {
    return undefined;
  }
  const next = head.metadata.continue;
  return { next: typeof next === 'string' && next !== '' ? next : undefined };
}
