import { at, Json, JsonObject, stableJson } from '../../objects';
import { RoutePath } from '../routes';
import { portsOf } from '../sanitize';
import { BaselineIndex } from '../traverse';

/** Matches that one rule may have. */
const MAX_MATCHES = 64;

/** What a path of an Ingress has when it is an expression; a plain one has none of these. */
const EXPRESSION = /[()[\]{}^$*+?|\\]/;

/**
 * Rules of an HTTPRoute. Paths that lead to the same place stand in one rule, since their number is limited; a rule that
 * replaces its prefix may have one path only.
 */
export function gatewayRules(
  paths: readonly RoutePath[],
  index: BaselineIndex,
): JsonObject[] {
  const rules: { key: string; matches: JsonObject[]; rest: JsonObject }[] = [];
  for (const path of paths) {
    const rest: JsonObject = {
      ...(path.filters ? { filters: [...path.filters] as Json[] } : {}),
      backendRefs: [
        {
          group: '',
          kind: 'Service',
          name: path.service,
          port: portNumber(path, index),
          weight: 1,
        },
      ],
    };
    const key = stableJson(rest);
    const same = rules.find(
      rule =>
        rule.key === key &&
        rule.matches.length < MAX_MATCHES &&
        !key.includes('ReplacePrefixMatch'),
    );
    if (same) {
      same.matches.push(matchOf(path));
    } else {
      rules.push({ key, matches: [matchOf(path)], rest });
    }
  }
  return rules.map(({ matches, rest }) => ({ matches, ...rest }));
}

function matchOf(path: RoutePath): JsonObject {
  return { path: { type: matchType(path), value: path.path } };
}

function matchType({ path, type }: RoutePath): string {
  if (type === 'Exact' || type === 'RegularExpression') {
    return type;
  }
  return type === 'ImplementationSpecific' && EXPRESSION.test(path)
    ? 'RegularExpression'
    : 'PathPrefix';
}

/** An HTTPRoute knows no names of ports. */
function portNumber(path: RoutePath, index: BaselineIndex): number {
  if (typeof path.port === 'number') {
    return path.port;
  }
  const ports = portsOf(index.get('', 'Service', path.service)?.spec);
  const named = ports.find(port => at(port, 'name') === path.port) ?? ports[0];
  return Number(at(named, 'port'));
}
