import { Container } from '@domaindeck/backstage-plugin-workloads-common';

const ORDER: Record<Container['role'], number> = {
  main: 0,
  sidecar: 1,
  init: 2,
  ephemeral: 3,
};

/** Containers as one looks for them: what does the work first, then what stands by it, what prepared it, and visitors. */
export function byRole(containers: readonly Container[]): Container[] {
  return [...containers].sort((a, b) => ORDER[a.role] - ORDER[b.role]);
}
