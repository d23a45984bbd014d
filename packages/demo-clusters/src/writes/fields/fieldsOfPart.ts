import { KubernetesObject } from '../../model/KubernetesObject';
import { ResourceType } from '../../model/ResourceType';
import { WritePart } from '../WritePart';
import { FieldSet } from './FieldSet';

/** Of some fields those that a write to a part of an object can have meant. */
export function fieldsOfPart(
  type: ResourceType,
  part: WritePart,
  fields: FieldSet,
): FieldSet {
  if (part === 'status') {
    return fields.only('f:status');
  }
  return type.hasStatus ? fields.without('f:status') : fields;
}

/** An object as far as anybody can manage it. */
export function managedPartOf(object: KubernetesObject): KubernetesObject {
  const { managedFields, ...metadata } = object.metadata;
  return { ...object, metadata };
}
