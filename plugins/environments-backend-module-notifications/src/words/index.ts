import { en } from './en';
import { Words } from './types';
import { zh } from './zh';

export type { Wording } from './types';

/** By the name that the config has for it. */
export const LANGUAGES: ReadonlyMap<string, Words> = new Map([
  ['en', en],
  ['zh', zh],
]);
