/**
 * Stands where a secret's value was.
 * @public
 */
export const MASK = '••••••••';

const NAME =
  '(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|credentials?|api[-_.]?key|access[-_.]?key|private[-_.]?key|encryption[-_.]?key|signing[-_.]?key|connection[-_.]?string|dsn)';

const SECRET_NAME = new RegExp(NAME, 'i');

// Every repetition below has an end: the text is a stranger's, and must not cost more time than it has letters.

/** `password: x`, `--api-key=x`, `"token":"x"`; the value ends at a space, a quote or a separator. A colon
 * without a space after it is an image's: `token-service:1`. */
const ASSIGNED = new RegExp(
  `((?:^|[^a-z])[\\w.-]{0,40}${NAME}[\\w.-]{0,40}["']?\\s{0,8}(?:=\\s{0,8}["']?|:(?:\\s{1,8}["']?|["'])))([^\\s"',;&}\\]]+)`,
  'gi',
);

/** What is a secret wherever it stands, with the part that may stay. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // A key in PEM form, also one that was cut off.
  [
    /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
    MASK,
  ],
  // A JSON Web Token.
  [/\beyJ[\w-]{8,2000}\.[\w-]{8,}(?:\.[\w-]*)?/g, MASK],
  // Name and password within a URL.
  [
    /(\b[a-z][a-z\d+.-]{0,20}:\/\/[^\s/:@]{0,100}:)[^\s/@]{1,200}(?=@)/gi,
    `$1${MASK}`,
  ],
  [/(\b(?:bearer|basic)\s+)[\w.~+/-]{8,}=*/gi, `$1${MASK}`],
  // Keys that say by their first letters whose they are.
  [
    /\b(?:AKIA|ASIA)[A-Z\d]{16}\b|\bgh[pousr]_\w{20,}|\bglpat-[\w-]{16,}|\bxox[abprs]-[\w-]{10,}/g,
    MASK,
  ],
];

/**
 * Whether a variable, a key or an annotation of this name is likely to hold a secret.
 * @public
 */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/**
 * A text of a cluster without what looks like a secret: assignments to names such as `password`, private keys, tokens,
 * passwords in URLs. A wall behind the walls, not a promise: what looks like ordinary text is not found.
 * @public
 */
export function maskSecretText(text: string): string {
  return SHAPES.reduce(
    (masked, [shape, instead]) => masked.replace(shape, instead),
    text,
  ).replace(ASSIGNED, `$1${MASK}`);
}
