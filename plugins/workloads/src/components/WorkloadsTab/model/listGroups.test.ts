import {
  aWorkload,
  paymentsWorld,
} from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { closestName } from './closestName';
import { buildColumns } from '../../parts/model/columns';
import { filterRows } from './filters';
import { groupItems, listItems, sumsOf } from './listGroups';
import { listLines } from './listLines';
import { neighbourEnvironment, neighbourProblem } from './neighbours';
import { buildRows } from '../../parts/model/rows';
import { sortItems } from './sortItems';
import { troublesOf } from '../../parts/model/troubles';
import { DEFAULT_VIEW } from '../../parts/model/viewState';

const world = paymentsWorld(Date.parse('2026-11-23T14:09:00Z'));
const clusters = world.clusters.map(cluster =>
  cluster.name === 'partner-kl'
    ? { ...cluster, state: 'unreachable' as const }
    : cluster,
);
const withPod = aWorkload({
  cluster: 'dev-1',
  namespace: 'payments-dev',
  name: 'stray',
  pods: [
    {
      name: 'stray-7c9d5f-x2kqp',
      uid: 'u',
      phase: 'Running',
      ready: true,
      restarts: 0,
      containers: [],
    },
  ],
});
const columns = buildColumns(world.environments, clusters, [], undefined);
const rows = buildRows(
  world.components ?? [],
  [...world.workloads, withPod],
  columns,
);
const names = (state: Partial<typeof DEFAULT_VIEW>) =>
  filterRows(rows, { ...DEFAULT_VIEW, ...state }).map(row => row.name);

describe('filterRows', () => {
  it.each([
    ['a name, in any case', { q: ' PriC ' }, ['pricing']],
    ['a pod', { q: 'x2kqp' }, ['stray']],
    ['an image', { q: 'payments/ledger:1.10' }, ['ledger']],
    ['problems', { problems: true }, ['pricing', 'risk']],
    ['a health', { health: ['progressing' as const] }, ['ledger']],
    [
      'drift and problem in one cell',
      { drifted: true, problems: true },
      ['risk'],
    ],
    ['nothing', { q: 'no such thing' }, []],
  ])('finds by %s', (_what, state, found) => {
    expect(names(state)).toEqual(found);
  });
});

describe('the list', () => {
  const items = sortItems(
    listItems(rows, columns, DEFAULT_VIEW),
    DEFAULT_VIEW.sort,
  );

  it('groups by environment, the worst first, and closes what is silent', () => {
    const groups = groupItems(items, 'environment');
    expect(
      groups.slice(0, 2).map(group => group.items[0].column.place),
    ).toEqual(['prod-sh', 'test-1']);
    const silent = groups.find(group => group.key.startsWith('partner-kl'))!;
    expect(sumsOf(silent.items)).toEqual([{ health: 'unknown', count: 6 }]);

    const closed = listLines(groups, new Set());
    expect(
      closed.filter(line => line.kind === 'group' && line.closed),
    ).toHaveLength(1);
    const opened = listLines(groups, new Set([silent.key]));
    expect(opened.length - closed.length).toBe(6);
  });

  it('groups by system and state, and has no heads without groups', () => {
    expect(groupItems(items, 'system').map(group => group.key)).toEqual([
      'system:checkout',
      'system:books',
      'system:edge',
      'system:',
    ]);
    expect(groupItems(items, 'state')[0].key).toBe('failed');
    const lines = listLines(groupItems(items, 'none'), new Set());
    expect(lines.every(line => line.kind === 'item')).toBe(true);
  });

  it('shows only the workloads that pass, not their neighbours in the row', () => {
    const failing = listItems(rows, columns, {
      ...DEFAULT_VIEW,
      problems: true,
    });
    expect(failing.map(item => item.key)).toEqual([
      'prod-sh/payments-prod/Deployment/pricing',
      'test-1/payments-test/Deployment/risk',
    ]);
  });

  it.each([
    ['restarts', false, 'pricing'],
    ['changed', false, 'ledger'],
    ['changed', true, 'stray'],
    ['state', false, 'pricing'],
    ['version', false, 'orders'],
    ['ready', false, 'ledger'],
  ] as const)('sorts by %s, turned round: %s', (by, descending, first) => {
    const [top] = sortItems(items, { by, descending });
    expect(top.row.name).toBe(first);
  });
});

describe('neighbours', () => {
  const troubles = troublesOf(rows, columns);
  const [pricing, risk] = troubles.map(({ workload }) => workload);

  it('goes round the problems', () => {
    expect(neighbourProblem(troubles, undefined, 1)?.name).toBe('pricing');
    expect(neighbourProblem(troubles, pricing, 1)?.name).toBe('risk');
    expect(neighbourProblem(troubles, risk, 1)?.name).toBe('pricing');
    expect(neighbourProblem(troubles, undefined, -1)?.name).toBe('risk');
    expect(neighbourProblem([], undefined, 1)).toBeUndefined();
  });

  it('goes to the same service elsewhere and stops at the end', () => {
    expect(neighbourEnvironment(rows, pricing, 1)?.cluster).toBe('partner-kl');
    expect(neighbourEnvironment(rows, pricing, -1)?.cluster).toBe('pre-1');
    const refunds = world.workloads.find(
      w => w.name === 'refunds' && w.cluster === 'prod-sh',
    )!;
    expect(neighbourEnvironment(rows, refunds, 1)).toBeUndefined();
  });
});

describe('closestName', () => {
  const all = ['pricing', 'risk', 'gateway'];
  it.each([
    ['pricng', 'pricing'],
    ['Gatewya', 'gateway'],
    ['zz', undefined],
    ['r', undefined],
    ['', undefined],
  ])('%s', (typed, meant) => expect(closestName(typed, all)).toBe(meant));
});
