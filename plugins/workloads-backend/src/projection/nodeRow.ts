import { Fields } from './Fields';
import { conditionsOf, objectMeta } from './objectMeta';
import { parseQuantity } from './quantity';
import { NodeRow } from './rows';

/**
 * Keeps of a node whether it takes and runs pods.
 * @throws InputError when the node has no uid or no name
 */
export function nodeRow(raw: unknown): NodeRow {
  const object = Fields.of(raw);
  const status = object.at('status');
  const conditions = conditionsOf(status);
  const readiness = conditions.find(condition => condition.type === 'Ready');
  const ready = readiness?.status === 'True';
  // A node under pressure is still Ready and yet turns pods away.
  const pressure = conditions.find(
    condition =>
      condition.type.endsWith('Pressure') && condition.status === 'True',
  );
  const cause = ready ? pressure : readiness;
  return {
    ...objectMeta('Node', raw),
    ready,
    cordoned: object.at('spec').flag('unschedulable'),
    reason: cause && (cause.message ?? cause.reason),
    since: cause?.since,
    kubeletVersion: status.at('nodeInfo').text('kubeletVersion'),
    ...allocatableOf(status.at('allocatable')),
  };
}

function allocatableOf(allocatable: Fields): Pick<NodeRow, 'allocatable'> {
  const [cpu, memory, pods] = ['cpu', 'memory', 'pods'].map(name =>
    parseQuantity(allocatable.quantity(name)),
  );
  return cpu === undefined || memory === undefined
    ? {}
    : { allocatable: { cpu, memory, pods: pods ?? Infinity } };
}
