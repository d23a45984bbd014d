import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ControlPlane,
  startControlPlane,
  waitUntil,
} from '@domaindeck/control-plane';
import { Workload } from '@domaindeck/backstage-plugin-workloads-common';
import { demoBindings, demoClusters } from '../../../__testUtils__';
import { Caller } from '../../negative/__testUtils__/Caller';
import { Target } from '../../negative/__testUtils__/contract';
import { MATRIX_PLACES } from '../../negative/__testUtils__/matrixPlaces';
import { MATRIX_WITNESS } from '../../negative/__testUtils__/matrixRoles';
import { Portal, startPortal } from '../../negative/__testUtils__/startPortal';
import { applyObjects } from './applyObjects';

/** Labels by which namespaces of the development cluster say whose they are; the others are bound by config. */
const DOMAINS: Readonly<Record<string, string>> = {
  'payments-dev': 'payments',
  'rides-dev': 'rides',
};

/** As a container runtime writes it: the line of which the contract's calls ask. */
const LOG = '2026-10-31T12:00:00.000000000Z stdout F started\n';

/** Nobody has made this one. */
const UNKNOWN = 'nobody-knows';

/** A namespace with the Deployment and the pod of which the calls of the contract ask. */
function objectsOf({ namespace, workload }: Target): object[] {
  const domain = DOMAINS[namespace];
  const spec = {
    containers: [
      {
        name: 'pricing',
        image: 'registry.example.com/payments/pricing:1.0.0',
      },
    ],
  };
  const labels = { app: workload };
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: namespace,
        labels: domain ? { 'domaindeck.io/domain': domain } : {},
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: workload, namespace },
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'pricing-1', namespace },
      spec,
    },
  ];
}

/** The clusters of the demo world as real ones, with something in every place of the matrix but the unknown one. */
export async function startMatrixClusters(): Promise<ControlPlane> {
  const targets = Object.values(MATRIX_PLACES)
    .map(({ target }) => target)
    .filter(({ namespace }) => namespace !== UNKNOWN);
  const folder = mkdtempSync(join(tmpdir(), 'matrix-'));
  const file = join(folder, 'log');
  writeFileSync(file, LOG);
  const plane = await startControlPlane({
    clusters: demoClusters.map(({ name }) => name),
    nodes: 1,
    logs: targets.map(({ namespace }) => ({
      namespace,
      pod: 'pricing-1',
      file,
    })),
  });
  for (const cluster of plane.clusters) {
    const here = targets.filter(target => target.cluster === cluster.name);
    await applyObjects(cluster, here.flatMap(objectsOf));
  }
  return {
    ...plane,
    stop: async () => {
      await plane.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A portal over these clusters, once it knows all that is in them. */
export async function startMatrixPortal(
  { clusters }: ControlPlane,
  options: Pick<Parameters<typeof startPortal>[0], 'access' | 'policy'>,
): Promise<Portal> {
  const portal = await startPortal({
    ...options,
    clusters: clusters.map(({ name, url, ca, tokens }, index) => {
      const { tier, tags, restricted, selfService } = demoClusters[index];
      return {
        name,
        url,
        ca,
        token: tokens.portal,
        settings: { tier, tags: [...tags], restricted, selfService },
      };
    }),
    bindings: demoBindings.map(({ domainRef, cluster, namespaces }) => ({
      domain: domainRef,
      cluster,
      namespaces: [...namespaces],
    })),
  });
  const witness = Caller.create(portal, MATRIX_WITNESS);
  let missing: string[] = [];
  await waitUntil(
    async () => {
      missing = await missingFor(witness);
      return missing.length === 0 || undefined;
    },
    { limit: 60_000, interval: 200, otherwise: () => `not seen: ${missing}` },
  );
  return portal;
}

/** What of the places that belong to a domain is not in the portal yet, or does not run. */
async function missingFor(witness: Caller): Promise<string[]> {
  const running = new Set<string>();
  for (const domain of new Set(Object.values(DOMAINS))) {
    const { text } = await witness.send(
      'GET',
      `/entities/domain/default/${domain}/workloads`,
    );
    const { items = [] } = JSON.parse(text) as { items?: Workload[] };
    items
      .filter(({ health }) => health === 'healthy')
      .forEach(({ id }) => running.add(id));
  }
  return Object.values(MATRIX_PLACES)
    .filter(({ target }) => target.entity !== 'ghost')
    .flatMap(({ target: { cluster, namespace, workload } }) => [
      `${cluster}/${namespace}/Deployment/${workload}`,
      `${cluster}/${namespace}/Pod/pricing-1`,
    ])
    .filter(id => !running.has(id));
}
