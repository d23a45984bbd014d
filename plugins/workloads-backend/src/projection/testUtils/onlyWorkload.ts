import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { projectNamespace } from '../projectNamespace';
import { FakeNamespace, NOW } from './FakeNamespace';

/** The one workload of a namespace that the test fills. */
export function onlyWorkload(
  fill: (namespace: FakeNamespace) => void,
): Workload {
  const namespace = new FakeNamespace();
  fill(namespace);
  const workloads = projectNamespace(namespace.rows(), NOW);
  expect(workloads).toHaveLength(1);
  return workloads[0];
}
