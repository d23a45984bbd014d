import { Health } from '@domaindeck/backstage-plugin-workloads-common';
import { projectChanges } from './changes';
import { projection } from './projection';
import { projectors } from './projectors';
import { RowTypes, WatchedResource } from './rows';
import {
  AbsurdObjects,
  contractSchema,
  Json,
  NOW,
  seededRandom,
} from './testUtils';
import { NamespaceRows } from './types';

const NAMESPACES = 30;
const OBJECTS_OF_A_KIND = 6;

const workloadSchema = contractSchema('Workload');
const eventSchema = contractSchema('Event');
const conditionSchema = contractSchema('Condition');
const releaseSchema = contractSchema('Release');
const autoscalerSchema = contractSchema('Autoscaler');
const changeSchema = contractSchema('Change');

function absurdNamespace(seed: number): NamespaceRows {
  const absurd = new AbsurdObjects(seededRandom(seed));
  const rowsOf = <K extends WatchedResource>(resource: K): RowTypes[K][] =>
    Array.from({ length: OBJECTS_OF_A_KIND }, () =>
      projectors[resource](absurd.object(resource)),
    );
  // Owners first, so that later objects may refer to them.
  const owners = {
    cronjobs: rowsOf('cronjobs'),
    deployments: rowsOf('deployments'),
    statefulsets: rowsOf('statefulsets'),
    daemonsets: rowsOf('daemonsets'),
    jobs: rowsOf('jobs'),
    replicasets: rowsOf('replicasets'),
  };
  return {
    cluster: 'dev-1',
    clusterState: 'live',
    namespace: 'absurd',
    ...owners,
    pods: [...rowsOf('pods'), ...rowsOf('pods')],
    horizontalpodautoscalers: rowsOf('horizontalpodautoscalers'),
    events: [...rowsOf('events'), ...rowsOf('events')],
  };
}

/** What the browser would get. */
function asSent(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe('absurd objects', () => {
  it('are projected without an error, in the shape of the contract', () => {
    const healths = new Set<Health>();
    const codes = new Set<string>();
    let changes = 0;
    for (let seed = 1; seed <= NAMESPACES; seed += 1) {
      const rows = absurdNamespace(seed);
      const workloads = projection.projectNamespace(rows, NOW);
      const ids = new Set(workloads.map(({ uid }) => uid));
      expect(ids.size).toBe(workloads.length);
      for (const workload of workloads) {
        const { error } = workloadSchema.safeParse(asSent(workload));
        if (error) {
          throw new Error(`seed ${seed}, ${workload.id}: ${error.message}`);
        }
        healths.add(workload.health);
        workload.problems.forEach(({ code }) => codes.add(code));
        const details = projection.projectDetails(rows, workload);
        details.conditions.forEach(item => conditionSchema.parse(asSent(item)));
        details.releases.forEach(item => releaseSchema.parse(asSent(item)));
        if (details.autoscaler) {
          autoscalerSchema.parse(asSent(details.autoscaler));
        }
      }
      projection
        .projectEvents(rows)
        .forEach(event => eventSchema.parse(asSent(event)));
      const told = projectChanges(rows, {
        tier: 'development',
        memory: new Map(
          workloads.map(({ uid, images }) => [
            uid,
            {
              since: NOW.toISOString(),
              sightings: [
                { type: 'scaling', at: NOW.toISOString(), from: 1, to: 2 },
                {
                  type: 'release',
                  at: NOW.toISOString(),
                  from: [],
                  to: images,
                },
              ],
            },
          ]),
        ),
        workloads,
      });
      told.forEach(change => changeSchema.parse(asSent(change)));
      changes += told.length;
    }
    // Chance must have come far enough for the checks above to mean something.
    expect([...healths].sort()).toEqual([
      'degraded',
      'failed',
      'healthy',
      'progressing',
      'suspended',
    ]);
    expect(codes.size).toBeGreaterThanOrEqual(8);
    expect(changes).toBeGreaterThan(20);
  });

  it('are projected the same from the same rows', () => {
    const once = projection.projectNamespace(absurdNamespace(7), NOW);
    const again = projection.projectNamespace(absurdNamespace(7), NOW);
    expect(again).toEqual(once);
  });

  it('are refused only for want of uid or name', () => {
    const absurd = new AbsurdObjects(seededRandom(11));
    for (const resource of Object.keys(projectors) as WatchedResource[]) {
      const object = absurd.object(resource);
      const metadata = object.metadata as Json;
      for (const key of ['uid', 'name']) {
        const lacking = { ...object, metadata: { ...metadata, [key]: null } };
        expect(() => projectors[resource](lacking)).toThrow(`metadata.${key}`);
      }
    }
  });
});
