import { DriverError } from '../DriverError';
import { Refusal } from '../api/refusals';

const NAME = '[A-Za-z0-9][-A-Za-z0-9._]*';
const AMOUNTS = '[-A-Za-z0-9._/=, ]+';

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

/**
 * A refusal of a request that carried values of a Secret. The server's words are kept only where they cannot hold one;
 * else it is said who refused and which keys are wrong.
 *
 * @param keys - of the Secret that was sent
 */
export function secretRefusal(
  refusal: Refusal,
  target: {
    readonly cluster: string;
    readonly name: string;
    readonly keys: readonly string[];
  },
): DriverError {
  const { message = '', code } = refusal;
  const isKept =
    refusal.isStatus &&
    (KEPT_WHOLE.test(message) || KEPT.some(kept => kept.test(message)));
  return new DriverError({
    status: code,
    reason: /^[A-Za-z]+$/.test(refusal.reason ?? '')
      ? refusal.reason
      : undefined,
    retryAfterMs: refusal.retryAfterMs,
    message: isKept ? message : ownWords(refusal, target),
  });
}

function ownWords(
  refusal: Refusal,
  target: {
    readonly cluster: string;
    readonly name: string;
    readonly keys: readonly string[];
  },
): string {
  const known = [
    ...FIELDS,
    ...target.keys.flatMap(key => [`data[${key}]`, `data.${key}`]),
  ];
  const wrong = known.filter(field => refusal.fields.includes(field));
  const [refuser] = REFUSERS.flatMap(
    pattern => pattern.exec(refusal.message ?? '')?.[1] ?? [],
  );
  return [
    `${refuser ?? `Cluster ${target.cluster}`} refused the secret ${
      target.name
    } (${refusal.code})`,
    ...(wrong.length > 0 ? [`; wrong is ${wrong.join(', ')}`] : []),
    '. Its own words are not shown, since they may quote a value.',
  ].join('');
}
