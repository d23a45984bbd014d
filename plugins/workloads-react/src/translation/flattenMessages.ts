/**
 * Messages as people write them: nested by the place where they stand.
 * @public
 */
export interface NestedMessages {
  readonly [key: string]: string | NestedMessages;
}

/**
 * The same places with other words: what a translation of `T` must have.
 * @public
 */
export type TranslationOf<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : TranslationOf<T[K]>;
};

/**
 * The keys of nested messages, joined by dots.
 * @public
 */
export type MessageKey<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${MessageKey<T[K]>}`;
}[keyof T & string];

/**
 * Writes nested messages in the flat form that a translation of a Backstage translation ref has.
 * @public
 */
export function flattenMessages<T extends NestedMessages>(
  messages: T,
): Record<MessageKey<T>, string> {
  return Object.fromEntries(entriesOf(messages, '')) as Record<
    MessageKey<T>,
    string
  >;
}

function entriesOf(
  messages: NestedMessages,
  prefix: string,
): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : entriesOf(value, `${prefix}${key}.`),
  );
}
