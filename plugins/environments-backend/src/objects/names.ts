import { createHash } from 'node:crypto';

/** Longest label of DNS and longest value of a Kubernetes label. */
export const LABEL_LENGTH = 63;

/** The first characters of a text's SHA-256, as small hexadecimal letters. */
export function shortHash(text: string, length = 8): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

/**
 * Makes a text fit the length of a label: cut, with a hash of the whole at its end so that two long texts stay apart.
 */
export function fitLabel(text: string, length = LABEL_LENGTH): string {
  if (text.length <= length) {
    return text;
  }
  const head = text.slice(0, length - 9).replace(/[^A-Za-z0-9]+$/, '');
  return `${head}-${shortHash(text)}`;
}

/** A value that a Kubernetes label takes; characters that it does not take become dashes. */
export function labelValue(text: string): string {
  return fitLabel(
    text
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, ''),
  );
}

/** A label of DNS: small letters, digits, dashes, starting with a letter. */
export function dnsLabel(text: string): string {
  const plain = text
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return fitLabel(/^[a-z]/.test(plain) ? plain : `x-${plain}`).replace(
    /-+$/,
    '',
  );
}
