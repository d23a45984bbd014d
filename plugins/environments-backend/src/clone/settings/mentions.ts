/**
 * Whether a text has a name as a whole word of an address, alone or after the name of a single pod (`kafka-0.kafka`).
 */
export function mentions(text: string | undefined, name: string): boolean {
  if (!text?.includes(name)) {
    return false;
  }
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `(?<![\\w.-])(?:[a-z0-9-]+-\\d+\\.)?${plain}(?![\\w-])`,
  ).test(text);
}
