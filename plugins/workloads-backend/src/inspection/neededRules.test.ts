import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { clusterDefinition } from '@domaindeck/backstage-plugin-workloads-node/testUtils';
import { parseAllDocuments } from 'yaml';
import { impersonationRules, neededRules, neededRulesOf } from './neededRules';

interface Role {
  kind: string;
  rules: {
    apiGroups: string[];
    resources: string[];
    resourceNames?: string[];
    verbs: string[];
  }[];
}

/** The rules that a manifest of this package grants, one for each resource. */
function granted(manifest: string) {
  const folder = resolvePackagePath(
    '@domaindeck/backstage-plugin-workloads-backend',
    'manifests',
  );
  const objects = parseAllDocuments(
    readFileSync(join(folder, manifest), 'utf8'),
  ).map(document => document.toJS() as Role);
  return objects
    .filter(({ kind }) => kind === 'ClusterRole')
    .flatMap(({ rules }) =>
      rules.flatMap(({ apiGroups, resources, resourceNames, verbs }) =>
        apiGroups.flatMap(group =>
          resources.map(resource => ({
            group,
            resource,
            verbs,
            ...(resourceNames ? { names: resourceNames } : {}),
          })),
        ),
      ),
    );
}

function byResource(a: { resource: string }, b: { resource: string }): number {
  return a.resource.localeCompare(b.resource);
}

describe('neededRules', () => {
  it.each(['view', 'logs'] as const)(
    'are what the manifest of %s grants, no more and no less',
    capability => {
      expect(granted(`${capability}.yaml`).sort(byResource)).toEqual(
        [...neededRules[capability]].sort(byResource),
      );
    },
  );

  it('ask for the groups in whose name the portal acts, never for all', () => {
    expect(granted('impersonation.yaml')).toEqual(
      impersonationRules(['developers']),
    );
    expect(impersonationRules([])).toEqual([
      { group: '', resource: 'users', verbs: ['impersonate'] },
    ]);
    const plain = neededRulesOf(clusterDefinition());
    const acting = neededRulesOf(
      clusterDefinition({
        impersonate: { userPrefix: '', groups: { 'group:default/a': 'b' } },
      }),
    );
    expect(acting.slice(plain.length)).toEqual(impersonationRules(['b']));
  });
});
