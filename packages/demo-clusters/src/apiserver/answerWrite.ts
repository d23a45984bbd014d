import { ObjectWriter } from '../writes/ObjectWriter';
import { StatusError } from '../writes/StatusError';
import { WritePart } from '../writes/WritePart';
import { Patch } from '../writes/patches/Patch';
import { Call, ResourceTarget } from './Call';
import { answerDelete, answerDeleteCollection } from './answerDelete';
import {
  parseConfiguration,
  parseJsonObject,
  parseObject,
  readBody,
} from './readBody';
import {
  applyParameters,
  isDryRun,
  managerOf,
  refuseForce,
} from './writeParameters';

const APPLY = 'application/apply-patch+yaml';

const PATCH_FORMS: Readonly<Record<string, Patch['form']>> = {
  'application/merge-patch+json': 'merge',
  'application/strategic-merge-patch+json': 'strategic',
};

/** Does what a create, an update, a patch or a delete asks for and answers as the real server does. */
export async function answerWrite(
  objects: ObjectWriter,
  call: Call,
  verb: string,
  target: ResourceTarget,
): Promise<void> {
  const { type, namespace, name = '' } = target;
  const text = await readBody(call.request);
  if (verb === 'delete') {
    answerDelete(objects, call, target, text);
  } else if (verb === 'deletecollection') {
    answerDeleteCollection(objects, call, target, text);
  } else if (verb === 'patch') {
    answerPatch(objects, call, target, text);
  } else if (verb === 'create') {
    const dryRun = isDryRun(call.query, 'CreateOptions');
    const { status, ...body } = parseObject(type, text);
    // Where the status has a path of its own, nobody is born with one.
    const given = type.hasStatus ? body : { ...body, status };
    const manager = managerOf(call);
    const created = objects.create(type, namespace, given, { manager, dryRun });
    call.writer.raw(201, created.json());
  } else {
    const dryRun = isDryRun(call.query, 'UpdateOptions');
    const body = parseObject(type, text);
    const manager = managerOf(call);
    const part = partOf(target);
    const options = { manager, dryRun };
    const stored = objects.replace(type, namespace, name, part, body, options);
    call.writer.raw(200, stored.json());
  }
}

function answerPatch(
  objects: ObjectWriter,
  call: Call,
  target: ResourceTarget,
  text: string,
): void {
  const { type, namespace, name = '' } = target;
  const { query } = call;
  const part = partOf(target);
  const [contentType] = (call.request.headers['content-type'] ?? '').split(';');
  if (contentType === APPLY) {
    const options = applyParameters(query);
    const dryRun = isDryRun(query, 'PatchOptions');
    const config = parseConfiguration(type, name, text);
    const { stored, created } = objects.apply(
      type,
      namespace,
      name,
      part,
      config,
      { ...options, dryRun },
    );
    call.writer.raw(created ? 201 : 200, stored.json());
    return;
  }
  const form = PATCH_FORMS[contentType];
  if (!form) {
    throw StatusError.of(
      415,
      'UnsupportedMediaType',
      '415: Unsupported Media Type',
      {},
    );
  }
  refuseForce(query);
  const dryRun = isDryRun(query, 'PatchOptions');
  const patch = { form, body: parseJsonObject(text, 'error decoding patch') };
  const options = { manager: managerOf(call), dryRun };
  const stored = objects.patch(type, namespace, name, part, patch, options);
  call.writer.raw(200, stored.json());
}

function partOf(target: ResourceTarget): WritePart {
  return target.subresource === 'status' ? 'status' : 'object';
}
