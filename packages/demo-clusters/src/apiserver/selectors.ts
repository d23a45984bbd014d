import { ResourceType } from '../model/ResourceType';
import { KubernetesObject } from '../model/KubernetesObject';
import { StatusError } from '../writes/StatusError';

/** Says whether an object is meant. */
export type Matcher = (object: KubernetesObject) => boolean;

const IDENTIFIER = /^[A-Za-z0-9._/-]+$/;

/**
 * Reads a label selector: `a=b`, `a==b`, `a!=b`, `a in (b,c)`, `a notin (b,c)`, `a`, `!a`, joined by commas.
 * Undefined when there is nothing to select by.
 * @throws StatusError 400 as the real server does
 */
export function parseLabelSelector(text: string): Matcher | undefined {
  const requirements = splitOutsideBrackets(text).map(parseRequirement);
  if (requirements.length === 0) {
    return undefined;
  }
  return object => {
    const labels = object.metadata.labels ?? {};
    return requirements.every(requirement => requirement(labels));
  };
}

type Requirement = (labels: Readonly<Record<string, string>>) => boolean;

function splitOutsideBrackets(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(part => part !== '');
}

function parseRequirement(text: string): Requirement {
  const set = /^(\S+)\s+(in|notin)\s*\(([^)]*)\)$/.exec(text);
  if (set) {
    const [, key, operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    return operator === 'in'
      ? labels => key in labels && values.includes(labels[key])
      : labels => !(key in labels) || !values.includes(labels[key]);
  }
  const equality = /^([^\s=!]+)\s*(!=|==|=)\s*(\S*)$/.exec(text);
  if (equality) {
    const [, key, operator, value] = equality;
    return operator === '!='
      ? labels => labels[key] !== value
      : labels => labels[key] === value;
  }
  const key = text.replace(/^!\s*/, '');
  if (!IDENTIFIER.test(key)) {
    const unexpected = text.split(/\s+/)[1] ?? text;
    throw StatusError.badRequest(
      `unable to parse requirement: found '${unexpected}', expected: in, notin, =, ==, !=, gt, lt`,
    );
  }
  return text.startsWith('!')
    ? labels => !(key in labels)
    : labels => key in labels;
}

const COMMON_FIELDS = ['metadata.name', 'metadata.namespace'];

/** The fields beyond name and namespace that each kind can be selected by. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  pods: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'status.phase',
    'status.podIP',
  ],
  events: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'reason',
    'type',
  ],
  namespaces: ['status.phase'],
  nodes: ['spec.unschedulable'],
  secrets: ['type'],
  jobs: ['status.successful'],
};

/**
 * Reads a field selector: `a=b`, `a==b`, `a!=b`, joined by commas.
 * @throws StatusError 400 for a field that the kind cannot be selected by
 */
export function parseFieldSelector(
  type: ResourceType,
  text: string,
): Matcher | undefined {
  const matchers = splitOutsideBrackets(text).map(part => {
    const found = /^([^=!]+)(!=|==|=)(.*)$/.exec(part);
    if (!found) {
      throw StatusError.badRequest(
        `invalid selector: '${text}'; can't understand '${part}'`,
      );
    }
    const [, field, operator, value] = found;
    requireField(type, field);
    const path = field.split('.');
    return (object: KubernetesObject) =>
      (valueAt(object, path) === value) === (operator !== '!=');
  });
  if (matchers.length === 0) {
    return undefined;
  }
  return object => matchers.every(matcher => matcher(object));
}

function requireField(type: ResourceType, field: string): void {
  if (COMMON_FIELDS.includes(field) || FIELDS[type.resource]?.includes(field)) {
    return;
  }
  throw StatusError.badRequest(
    FIELDS[type.resource]
      ? `field label not supported: ${field}`
      : `"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`,
  );
}

function valueAt(object: KubernetesObject, path: readonly string[]): string {
  let value: unknown = object;
  for (const step of path) {
    value =
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[step]
        : undefined;
  }
  return value === undefined || value === null ? '' : String(value);
}
