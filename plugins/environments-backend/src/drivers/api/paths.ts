import { BaselineKind } from '../../clone';
import { DriverError } from '../DriverError';
import { apiVersionOf, NAMESPACE_KIND } from './APPLIED_KINDS';

const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
/** Most names are DNS names; those of roles may hold colons and capitals. */
const NAME = /^[A-Za-z0-9]([-A-Za-z0-9._:]{0,251}[A-Za-z0-9])?$/;

/** Where all objects of a kind lie, of one namespace or of the whole cluster. */
export function listPath(kind: BaselineKind, namespace?: string): string {
  const apiVersion = apiVersionOf(kind);
  const root = kind.group ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  return namespace === undefined
    ? `${root}/${kind.resource}`
    : `${root}/namespaces/${label(namespace)}/${kind.resource}`;
}

/**
 * Where one object lies.
 *
 * @throws DriverError 400 for a name that can be none: without its name the path would mean all objects of the kind
 */
export function objectPath(
  kind: BaselineKind,
  place: { readonly namespace?: string; readonly name: string },
): string {
  if (kind === NAMESPACE_KIND) {
    return `${listPath(kind)}/${label(place.name)}`;
  }
  return `${listPath(kind, place.namespace ?? '')}/${named(place.name)}`;
}

/** Where the log of a pod lies. */
export function logPath(namespace: string, pod: string): string {
  return `/api/v1/namespaces/${label(namespace)}/pods/${named(pod)}/log`;
}

function label(text: string): string {
  return checked(text, LABEL, 'a namespace');
}

function named(text: string): string {
  return encodeURIComponent(checked(text, NAME, 'an object'));
}

function checked(text: string, pattern: RegExp, what: string): string {
  if (!pattern.test(text)) {
    throw new DriverError({
      status: 400,
      reason: 'BadRequest',
      message: `${JSON.stringify(
        text.slice(0, 100),
      )} cannot be the name of ${what}.`,
    });
  }
  return text;
}
