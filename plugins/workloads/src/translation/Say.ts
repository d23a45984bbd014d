import { Phrase } from './Phrase';

/** Puts a phrase into the reader's language. */
export type Say = (phrase: Phrase) => string;
