import {
  anEnvironment,
  aWorkload,
  paymentsWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { isDrifted, isProblem } from './cells';
import { buildColumns } from './columns';
import { inOrder, problemsFirst } from './order';
import { buildRows, nameOf } from './rows';
import { troublesOf } from './troubles';

const world = paymentsWorld(Date.parse('2026-11-23T14:09:00Z'));
const { clusters, environments, workloads } = world;
const components = world.components ?? [];

function build(
  changes: Partial<typeof world> = {},
  chosen: string[] = [],
  reference?: string,
) {
  const all = { ...world, ...changes };
  const columns = buildColumns(
    all.environments,
    all.clusters,
    chosen,
    reference,
  );
  return { columns, rows: buildRows(components, all.workloads, columns) };
}

const silentPartner = clusters.map(cluster =>
  cluster.name === 'partner-kl'
    ? { ...cluster, state: 'unreachable' as const }
    : cluster,
);

describe('buildColumns', () => {
  it('shows the baselines in the order of the clusters, production as the reference', () => {
    const { columns } = build({ environments: [...environments].reverse() });
    expect(columns.map(c => c.environment.cluster)).toEqual([
      'dev-1',
      'test-1',
      'pre-1',
      'prod-sh',
      'partner-kl',
    ]);
    expect(columns.filter(c => c.isReference).map(c => c.place)).toEqual([
      'prod-sh',
    ]);
  });

  it('shows a self-service environment only when it is chosen, and tells two of one cluster apart', () => {
    const own = anEnvironment({
      cluster: 'dev-1',
      tier: 'development',
      namespace: 'fare-split',
      kind: 'self-service',
    });
    const all = [...environments, own];
    expect(build({ environments: all }).columns).toHaveLength(5);
    const { columns } = build({ environments: all }, [
      'dev-1/payments-dev',
      'dev-1/fare-split',
    ]);
    expect(columns.map(c => c.place)).toEqual([
      'dev-1 / payments-dev',
      'dev-1 / fare-split',
    ]);
    expect(columns.some(c => c.isReference)).toBe(false);
  });

  it('takes another reference, and the usual one when that is not shown', () => {
    const byRef = (ref: string) =>
      build({}, [], ref).columns.find(c => c.isReference)?.environment.cluster;
    expect(byRef('test-1/payments-test')).toBe('test-1');
    expect(byRef('gone/away')).toBe('prod-sh');
  });
});

describe('buildRows', () => {
  it('counts drift against the reference in releases that are known', () => {
    const { rows } = build();
    const pricing = rows.find(row => row.name === 'pricing')!;
    expect(
      pricing.cells.map(cell =>
        cell.kind === 'workloads' ? cell.drift : cell.kind,
      ),
    ).toEqual([
      { kind: 'ahead', releases: 1 },
      { kind: 'same', releases: 0 },
      { kind: 'same', releases: 0 },
      undefined,
      { kind: 'behind', releases: 1 },
    ]);
    expect(
      rows.filter(row => row.cells.some(isDrifted)).map(row => row.name),
    ).toEqual(['gateway', 'ledger', 'orders', 'pricing', 'risk'].sort());
  });

  it('calls a silent cluster’s workloads last known and no problem', () => {
    const { rows } = build({
      clusters: silentPartner,
      workloads: workloads.map(w =>
        w.cluster === 'partner-kl' ? { ...w, health: 'failed' as const } : w,
      ),
    });
    const cell = rows.find(row => row.name === 'gateway')!.cells[4];
    expect(cell).toMatchObject({ kind: 'workloads', health: 'unknown' });
    expect(isProblem(cell)).toBe(false);
  });

  it('waits for a cluster that has not answered, and says nothing runs where it has', () => {
    const { rows } = build({
      clusters: clusters.map(cluster =>
        cluster.name === 'dev-1'
          ? { ...cluster, state: 'connecting' as const }
          : cluster,
      ),
      workloads: [],
    });
    expect(rows).toHaveLength(8);
    expect(rows[0].cells.map(cell => cell.kind)).toEqual([
      'loading',
      'absent',
      'absent',
      'absent',
      'absent',
    ]);
  });

  it('leads a cell with the worst of its workloads and compares it with its own counterpart', () => {
    const worker = (cluster: string, namespace: string, version: string) =>
      aWorkload({
        cluster,
        namespace,
        name: 'pricing-worker',
        componentRef: 'component:default/pricing',
        version,
      });
    const { rows } = build({
      workloads: [
        ...workloads,
        {
          ...worker('dev-1', 'payments-dev', '9.0.0'),
          health: 'degraded' as const,
        },
        worker('prod-sh', 'payments-prod', '8.0.0'),
      ],
    });
    const [cell] = rows.find(row => row.name === 'pricing')!.cells;
    expect(cell).toMatchObject({
      lead: { name: 'pricing-worker' },
      more: 1,
      drift: { kind: 'ahead', releases: 1 },
    });
  });

  it('gives workloads without a component rows of their own, after the components', () => {
    const { rows } = build({
      workloads: [
        ...workloads,
        aWorkload({ cluster: 'dev-1', namespace: 'payments-dev', name: 'aaa' }),
        aWorkload({
          cluster: 'dev-1',
          namespace: 'payments-dev',
          name: 'stray',
          componentRef: 'component:default/not-in-this-domain',
        }),
      ],
    });
    expect(rows.slice(-2).map(row => row.key)).toEqual([
      'name:aaa',
      'name:stray',
    ]);
  });

  it('is quick with a thousand workloads', () => {
    const many = Array.from({ length: 200 }, (_, i) =>
      environments.map(({ cluster, namespace }) =>
        aWorkload({ cluster, namespace, name: `service-${i}` }),
      ),
    ).flat();
    const before = performance.now();
    const { rows } = build({ workloads: many });
    expect(rows).toHaveLength(208);
    // Measured: about 15 ms; a scan of all by all would be far above.
    expect(performance.now() - before).toBeLessThan(500);
  });
});

describe('order', () => {
  it('puts what fails before the rest, production before the others', () => {
    const { rows, columns } = build();
    expect(problemsFirst(rows, columns).map(row => row.name)).toEqual([
      'pricing',
      'risk',
      'gateway',
      'ledger',
      'notifier',
      'orders',
      'refunds',
      'settlement',
    ]);
    expect(
      troublesOf(rows, columns).map(
        ({ row, column }) => `${row.name} ${column.environment.tier}`,
      ),
    ).toEqual(['pricing production', 'risk testing']);
  });

  it('keeps an order and lets what is new follow', () => {
    expect(inOrder(['a', 'new', 'b', 'c'], x => x, ['c', 'gone', 'b'])).toEqual(
      ['c', 'b', 'a', 'new'],
    );
  });
});

describe('nameOf', () => {
  it.each([
    ['system:default/checkout', 'checkout'],
    ['system:checkout', 'checkout'],
    ['checkout', 'checkout'],
  ])('%s', (ref, name) => expect(nameOf(ref)).toBe(name));
});
