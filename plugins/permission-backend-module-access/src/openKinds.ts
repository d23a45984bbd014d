import { Config } from '@backstage/config';

/** Kinds of the catalog that decide who has which right. */
const DECIDING = ['Group', 'User', 'Domain'];

/**
 * The kinds that decide about rights and that `catalog.rules` takes from any location: whoever may register one then
 * makes themselves a member of a department, or the owner of a domain. What is only for named locations is no such way.
 */
export function openKinds(config: Config): string[] {
  if (config.getOptionalBoolean('catalog.readonly')) {
    return [];
  }
  const open = (config.getOptionalConfigArray('catalog.rules') ?? [])
    .filter(rule => !rule.has('locations'))
    .flatMap(rule => rule.getOptional<unknown[]>('allow') ?? [])
    .map(kindOf);
  return DECIDING.filter(kind => open.includes(kind.toLowerCase()));
}

/** A rule names a kind alone, or with a type of it. */
function kindOf(allowed: unknown): string {
  const kind =
    typeof allowed === 'object' && allowed !== null && 'kind' in allowed
      ? allowed.kind
      : allowed;
  return String(kind).toLowerCase();
}
