import { ObjectWriter, WritePart } from '../writes/ObjectWriter';
import { StatusError } from '../writes/StatusError';
import { Call, ResourceTarget } from './Call';
import { integerParameter } from './ListRequest';
import { parseJsonObject, parseObject, readBody } from './readBody';

/** Does what a create, an update, a patch or a delete asks for and answers as the real server does. */
export async function answerWrite(
  objects: ObjectWriter,
  call: Call,
  verb: string,
  target: ResourceTarget,
): Promise<void> {
  const { type, namespace, name = '' } = target;
  const part: WritePart = target.subresource === 'status' ? 'status' : 'object';
  const text = await readBody(call.request);
  if (call.query.has('dryRun')) {
    throw StatusError.badRequest('this server does no dry runs');
  }
  if (verb === 'create') {
    const { status, ...body } = parseObject(type, text);
    // Where the status has a path of its own, nobody is born with one.
    const given = type.hasStatus ? body : { ...body, status };
    const created = objects.create(type, namespace, given);
    call.writer.raw(201, created.json());
  } else if (verb === 'update') {
    const body = parseObject(type, text);
    const stored = objects.replace(type, namespace, name, part, body);
    call.writer.raw(200, stored.json());
  } else if (verb === 'patch') {
    const contentType = call.request.headers['content-type'] ?? '';
    if (!contentType.startsWith('application/merge-patch+json')) {
      throw StatusError.of(
        415,
        'UnsupportedMediaType',
        '415: Unsupported Media Type',
        {},
      );
    }
    const patch = parseJsonObject(text, 'error decoding patch');
    const stored = objects.patch(type, namespace, name, part, patch);
    call.writer.raw(200, stored.json());
  } else {
    answerDelete(objects, call, target, text);
  }
}

function answerDelete(
  objects: ObjectWriter,
  call: Call,
  target: ResourceTarget,
  text: string,
): void {
  const { type, namespace, name = '' } = target;
  const options = text
    ? parseJsonObject(text, 'the delete options are unrecognized')
    : {};
  const grace =
    integerParameter(call.query, 'gracePeriodSeconds') ??
    (options.gracePeriodSeconds as number | undefined);
  const { deleted, pending } = objects.remove(
    type,
    namespace,
    name,
    options.preconditions ?? {},
    grace,
  );
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
