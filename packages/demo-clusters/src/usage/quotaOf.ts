import { Quantity } from '../model/Quantity';
import { Asked, PodLife } from './PodLife';

/** What a namespace may use, as its quotas say. */
export interface DemoQuota {
  readonly hard: Readonly<Record<string, string>>;
}

/** What a resource of a quota counts of a container; what is not listed is not told. */
const ASKED: Readonly<Record<string, readonly [keyof Asked, string]>> = {
  cpu: ['requests', 'cpu'],
  memory: ['requests', 'memory'],
  'requests.cpu': ['requests', 'cpu'],
  'requests.memory': ['requests', 'memory'],
  'limits.cpu': ['limits', 'cpu'],
  'limits.memory': ['limits', 'memory'],
};

/** The resources of quotas of which the share that is used can be told, each once. */
export function toldResources(quotas: readonly DemoQuota[]): string[] {
  return [
    ...new Set(
      quotas.flatMap(({ hard }) =>
        Object.keys(hard).filter(
          name => (name === 'pods' || name in ASKED) && !isNothing(hard[name]),
        ),
      ),
    ),
  ];
}

/**
 * The share of a resource that pods of a namespace take; of several quotas the one that is nearest to its end.
 *
 * @param at - milliseconds since 1970
 */
export function quotaOf(
  resource: string,
  quotas: readonly DemoQuota[],
  lives: readonly PodLife[],
  at: number,
): number {
  const charged = lives.filter(
    ({ createdAt, endedAt = Infinity }) => at >= createdAt && at < endedAt,
  );
  const used =
    resource === 'pods'
      ? Quantity.of(charged.length)
      : charged
          .map(life => amountOf(life, resource))
          .reduce((sum, one) => sum.plus(one), Quantity.zero);
  return Math.max(
    ...quotas
      .map(({ hard }) => hard[resource])
      .filter(text => !isNothing(text))
      .map(text => used.ratioTo(Quantity.parse(text))),
  );
}

/** All containers together, or the most demanding one that runs before them, if that is more. */
function amountOf({ containers, before }: PodLife, resource: string): Quantity {
  const [part, name] = ASKED[resource];
  const of = (asked: Asked) => Quantity.parse(asked[part]?.[name]);
  const together = containers
    .map(({ asked }) => of(asked))
    .reduce((sum, one) => sum.plus(one), Quantity.zero);
  return before.map(of).reduce((most, one) => most.max(one), together);
}

function isNothing(text: string | undefined): boolean {
  return Quantity.parse(text).isZero;
}
