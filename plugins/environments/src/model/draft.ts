import {
  durationMs,
  Options,
  ServiceSpecification,
  Specification,
  SpecificationPatch,
} from '@domaindeck/backstage-plugin-environments-common';

/** What stands in the form. What is not chosen yet is undefined and stands for what the domain usually takes. */
export interface Draft {
  readonly name?: string;
  readonly cluster?: string;
  /** `cluster/namespace`. */
  readonly baseline?: string;
  readonly size?: string;
  /** ISO 8601 duration. */
  readonly life?: string;
  /** ISO 8601 duration without a request, or that it never sleeps by itself. */
  readonly sleep?: string | 'never';
  readonly services: readonly ServiceSpecification[];
  /** Stores of which an empty copy is taken. */
  readonly emptied: readonly string[];
  readonly rewrite: boolean;
  readonly why: string;
  /** Full references of people and groups. */
  readonly collaborators: readonly string[];
  readonly configOverrides?: Specification['configOverrides'];
}

/** Nothing chosen. */
export const EMPTY_DRAFT: Draft = {
  services: [],
  emptied: [],
  rewrite: false,
  why: '',
  collaborators: [],
};

const USUAL_LIFE_MS = 3 * 86_400_000;
const USUAL_SLEEP = 'PT3H';

/** What a domain usually takes where nothing is chosen: the middle size, three days. */
export function usualChoices(
  options: Pick<Options, 'sizes' | 'lives' | 'maxLife' | 'sleepWhenUnused'>,
): { readonly size: string; readonly life: string; readonly sleep?: string } {
  const { sizes, lives, maxLife } = options;
  const middle = sizes.find(one => one.name === 'M') ?? sizes[0];
  const most = durationMs(maxLife) ?? Infinity;
  const fitting = lives.filter(one => (durationMs(one) ?? 0) <= most);
  const near = [...fitting].sort((a, b) => distance(a) - distance(b))[0];
  return {
    size: middle?.name ?? '',
    life: near ?? maxLife,
    ...(options.sleepWhenUnused.offered ? { sleep: USUAL_SLEEP } : {}),
  };
}

function distance(life: string): number {
  return Math.abs((durationMs(life) ?? 0) - USUAL_LIFE_MS);
}

/** The specification that a draft stands for. */
export function specificationOf(
  draft: Draft,
  domain: string,
  options: Options,
  name: string,
): Specification {
  const usual = usualChoices(options);
  const sleep = draft.sleep ?? usual.sleep;
  const baseline = draft.baseline ?? options.baseline;
  return {
    name,
    domain,
    cluster: draft.cluster ?? options.cluster ?? '',
    ...(baseline ? { baseline } : {}),
    size: draft.size ?? usual.size,
    expiresIn: draft.life ?? usual.life,
    ...(sleep && sleep !== 'never' && options.sleepWhenUnused.offered
      ? { sleepWhenUnused: sleep }
      : {}),
    ...(draft.collaborators.length > 0
      ? { collaborators: [...draft.collaborators] }
      : {}),
    services: draft.services.map(one => ({ ...one })),
    ...(draft.configOverrides
      ? { configOverrides: draft.configOverrides }
      : {}),
    ...(draft.emptied.length > 0 ? { share: shareOf(draft) } : {}),
    ...(draft.rewrite ? { rewriteAddresses: true } : {}),
    ...(draft.why.trim() ? { why: draft.why.trim() } : {}),
  };
}

/** The draft that would give a specification again. */
export function draftOf(specification: Specification): Draft {
  return {
    name: specification.name,
    cluster: specification.cluster,
    baseline: specification.baseline,
    size: specification.size,
    life: specification.expiresIn,
    sleep: specification.sleepWhenUnused ?? 'never',
    services: specification.services,
    emptied: Object.entries(specification.share ?? {})
      .filter(([, share]) => share === 'empty')
      .map(([store]) => store),
    rewrite: specification.rewriteAddresses ?? false,
    why: specification.why ?? '',
    collaborators: specification.collaborators ?? [],
    configOverrides: specification.configOverrides,
  };
}

/** What a draft would change of a specification; only what differs is named. */
export function patchOf(
  before: Specification,
  after: Specification,
  generation: number,
): SpecificationPatch {
  const differs = (field: keyof Specification) =>
    JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  return {
    generation,
    ...(differs('size') ? { size: after.size } : {}),
    ...(differs('sleepWhenUnused')
      ? { sleepWhenUnused: after.sleepWhenUnused ?? null }
      : {}),
    ...(differs('collaborators')
      ? { collaborators: after.collaborators ?? [] }
      : {}),
    ...(differs('services') ? { services: after.services } : {}),
    ...(differs('share') ? { share: after.share ?? {} } : {}),
    ...(differs('rewriteAddresses')
      ? { rewriteAddresses: after.rewriteAddresses ?? false }
      : {}),
    ...(differs('why') ? { why: after.why ?? '' } : {}),
  };
}

/** Whether a patch changes anything. */
export function changesSomething(patch: SpecificationPatch): boolean {
  return Object.keys(patch).some(key => key !== 'generation');
}

function shareOf(draft: Draft): NonNullable<Specification['share']> {
  return Object.fromEntries(draft.emptied.map(name => [name, 'empty']));
}
