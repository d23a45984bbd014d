import { DriverError } from '../DriverError';
import { Refusal } from '../api/refusals';

const NAME = '[A-Za-z0-9][-A-Za-z0-9._]*';
const AMOUNT = '[-a-z0-9./]+=[0-9.]+[A-Za-z]{0,2}';
const AMOUNTS = `${AMOUNT}(?:,${AMOUNT})*`;

/**
 * Sentences about Secrets in which the API server itself has no room for a value. Anything else may quote one: a field
 * that is wrong is shown with its content, and a webhook says what it likes.
 */
const KEPT = [
  `exceeded quota: ${NAME}, requested: ${AMOUNTS}, used: ${AMOUNTS}, limited: ${AMOUNTS}`,
  `User "[-A-Za-z0-9._:@]+" cannot [a-z]+ resource "secrets" in API group "" in the namespace "${NAME}"`,
  `unable to create new content in namespace ${NAME} because it is being terminated`,
].map(words => new RegExp(`^secrets( "${NAME}")? is forbidden: (?:${words})$`));

const KEPT_WHOLE = new RegExp(
  `^(secrets|namespaces) "${NAME}" (not found|already exists)$`,
);

/** Who refused, where somebody beside the API server did. */
const REFUSERS = [
  new RegExp(`ValidatingAdmissionPolicy '(${NAME})'`),
  new RegExp(`admission webhook "(${NAME})"`),
];

/** Fields of a Secret whose names tell nothing of its values. */
const FIELDS = ['type', 'immutable', 'data', 'stringData', 'metadata.name'];

/** Keys that the types of Secrets ask for. */
const TYPED_KEYS = [
  'tls.crt',
  'tls.key',
  '.dockerconfigjson',
  '.dockercfg',
  'username',
  'password',
  'ssh-privatekey',
];

/** What of Secrets a request was about. */
export interface SecretSubject {
  /** Such as `the secret db`. */
  readonly what: string;
  /** Of the Secret that was sent. */
  readonly keys?: readonly string[];
}

/**
 * A refusal of a request about Secrets. The server's words are kept only where they cannot hold a value; else it is said
 * who refused and which keys are wrong.
 */
export function secretRefusal(
  refusal: Refusal,
  cluster: string,
  subject: SecretSubject,
): DriverError {
  const { message = '', code, reason = '' } = refusal;
  const isKept =
    refusal.isStatus &&
    (KEPT_WHOLE.test(message) || KEPT.some(kept => kept.test(message)));
  return new DriverError({
    status: code,
    reason: /^[A-Za-z]+$/.test(reason) ? reason : undefined,
    retryAfterMs: refusal.retryAfterMs,
    message: isKept ? message : ownWords(refusal, cluster, subject),
  });
}

function ownWords(
  refusal: Refusal,
  cluster: string,
  { what, keys = [] }: SecretSubject,
): string {
  const known = [
    ...FIELDS,
    ...[...TYPED_KEYS, ...keys].map(key => `data[${key}]`),
  ];
  const wrong = [...new Set(known)].filter(field =>
    refusal.fields.includes(field),
  );
  const [refuser = `Cluster ${cluster}`] = REFUSERS.flatMap(
    pattern => pattern.exec(refusal.message ?? '')?.[1] ?? [],
  );
  return [
    `${refuser} refused ${what} (${refusal.code})`,
    ...(wrong.length > 0 ? [`; wrong is ${wrong.join(', ')}`] : []),
    '. Its own words are not shown, since they may quote a value.',
  ].join('');
}
