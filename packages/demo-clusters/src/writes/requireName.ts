import { ObjectMeta } from '../model/KubernetesObject';
import { ResourceType } from '../model/ResourceType';
import { Random, nameSuffix } from '../store/identity';
import { StatusError } from './StatusError';

const NAME = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/** The name of an object to be created, made up where it only says how names begin. @throws StatusError 422 */
export function requireName(
  type: ResourceType,
  metadata: Partial<ObjectMeta>,
  random: Random,
): string {
  const name =
    metadata.name ||
    (metadata.generateName && metadata.generateName + nameSuffix(random));
  if (!name) {
    throw StatusError.invalid(
      type,
      '',
      'metadata.name',
      'FieldValueRequired',
      'Required value: name or generateName is required',
    );
  }
  if (!NAME.test(name) || name.length > 253) {
    throw StatusError.invalid(
      type,
      name,
      'metadata.name',
      'FieldValueInvalid',
      `Invalid value: ${JSON.stringify(
        name,
      )}: a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`,
    );
  }
  return name;
}
