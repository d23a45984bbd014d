import { apiVersionOf } from '../model/ResourceType';
import { ObjectWriter } from '../writes/ObjectWriter';
import { RemoveOptions } from '../writes/WriteOptions';
import { Preconditions } from '../writes/checkPreconditions';
import { Call, ResourceTarget } from './Call';
import { integerParameter, parseSelection } from './ListRequest';
import { parseJsonObject } from './readBody';
import { isDryRun } from './writeParameters';

/** Deletes one object; answers with it while it is still going, and for pods, else says that it is gone. */
export function answerDelete(
  objects: ObjectWriter,
  call: Call,
  target: ResourceTarget,
  text: string,
): void {
  const { type, namespace, name = '' } = target;
  const options = removeOptions(call, text);
  const { deleted, pending } = objects.remove(type, namespace, name, options);
  if (pending || type.resource === 'pods') {
    call.writer.raw(200, deleted.json());
    return;
  }
  call.writer.json(200, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name,
      ...(type.group && { group: type.group }),
      kind: type.resource,
      uid: deleted.metadata.uid,
    },
  });
}

/** Deletes every object that the selectors mean and answers with the list of them. */
export function answerDeleteCollection(
  objects: ObjectWriter,
  call: Call,
  target: ResourceTarget,
  text: string,
): void {
  const { type, namespace } = target;
  const options = removeOptions(call, text);
  const { labels, fields } = parseSelection(
    type,
    namespace,
    undefined,
    call.query,
  );
  const items = objects
    .removeAll(
      type,
      namespace,
      object => (labels?.(object) ?? true) && (fields?.(object) ?? true),
      options,
    )
    .map(removed => removed.itemJson());
  const list = JSON.stringify({
    kind: `${type.kind}List`,
    apiVersion: apiVersionOf(type),
    metadata: { resourceVersion: objects.revision },
  });
  call.writer.raw(200, `${list.slice(0, -1)},"items":[${items.join(',')}]}`);
}

function removeOptions(call: Call, text: string): RemoveOptions {
  const body = text
    ? parseJsonObject(text, 'the delete options are unrecognized')
    : {};
  const query = new URLSearchParams(call.query);
  const given = Array.isArray(body.dryRun) ? body.dryRun : [];
  given.forEach(value => query.append('dryRun', String(value)));
  const graceSeconds =
    integerParameter(call.query, 'gracePeriodSeconds') ??
    (body.gracePeriodSeconds as number | undefined);
  return {
    dryRun: isDryRun(query, 'DeleteOptions'),
    preconditions: (body.preconditions ?? {}) as Preconditions,
    graceSeconds,
  };
}
