import { InputError } from '@backstage/errors';
import { ObjectLocation } from '@domaindeck/backstage-plugin-workloads-common';

const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const GROUP = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;
const VERSION = /^v\d+((alpha|beta)\d+)?$/;
/** Without a slash: a subresource such as `pods/log` or `serviceaccounts/token` is something else than an object. */
const RESOURCE = /^[a-z][a-z0-9]{0,62}$/;
/** Most names are DNS names; those of roles may hold colons and capitals. */
const NAME = /^[A-Za-z0-9]([-A-Za-z0-9._:]{0,251}[A-Za-z0-9])?$/;

/**
 * The API path of a namespaced object.
 * @throws InputError naming the part that can be none; nothing of it is then sent anywhere
 */
export function objectPath(location: ObjectLocation): string {
  const namespace = part(location, 'namespace', LABEL);
  const group = part(location, 'group', GROUP);
  const version = part(location, 'version', VERSION);
  const resource = part(location, 'resource', RESOURCE);
  const name = encodeURIComponent(part(location, 'name', NAME));
  const root = group === 'core' ? '/api' : `/apis/${group}`;
  return `${root}/${version}/namespaces/${namespace}/${resource}/${name}`;
}

function part(
  location: ObjectLocation,
  key: keyof ObjectLocation,
  pattern: RegExp,
): string {
  const value = location[key];
  if (!pattern.test(value)) {
    throw new InputError(
      `The ${key} ${JSON.stringify(
        value.slice(0, 100),
      )} of the object cannot be one; subresources and objects without a namespace are not served`,
    );
  }
  return value;
}
