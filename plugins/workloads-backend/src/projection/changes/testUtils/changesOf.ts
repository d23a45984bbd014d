import { Change } from '@domaindeck/backstage-plugin-workloads-common';
import { projectNamespace } from '../../projectNamespace';
import { contractSchema, FakeNamespace, NOW } from '../../testUtils';
import { projectChanges } from '../projectChanges';
import { WorkloadMemory } from '../types';

/** The changes of a namespace, newest first, each held to the contract. */
export function changesOf(
  namespace: FakeNamespace,
  memory: (uid: string) => WorkloadMemory | undefined = () => undefined,
): Change[] {
  const rows = namespace.rows();
  const workloads = projectNamespace(rows, NOW);
  const found = projectChanges(rows, {
    tier: 'production',
    workloads,
    memory: new Map(
      workloads.flatMap(({ uid }) => {
        const known = memory(uid);
        return known ? [[uid, known] as const] : [];
      }),
    ),
  });
  const schema = contractSchema('Change');
  for (const change of found) {
    schema.parse(JSON.parse(JSON.stringify(change)));
  }
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  return found.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
