import { paymentsEnvironments } from '../testUtils';
import { fakeChains } from '../testUtils/fakeChains';
import { NODE, pictureOf } from './pictureOf';

const world = paymentsEnvironments(0);

describe('pictureOf', () => {
  it('puts services into columns by their distance from the address', () => {
    const { nodes, entry } = pictureOf(world, [], []);
    const columns = [1, 2, 3, 4].map(column =>
      nodes
        .filter(node => node.column === column)
        .map(node => node.service.name)
        .sort(),
    );
    expect(columns).toEqual([
      ['gateway'],
      ['orders', 'refunds'],
      ['ledger', 'notifier', 'pricing', 'risk'],
      ['fares-db', 'settlement'],
    ]);
    expect(entry).toBeDefined();
  });

  it('lays no service over another and none outside', () => {
    const { nodes, width, height } = pictureOf(world, [], []);
    for (const node of nodes) {
      expect(node.x + NODE.width).toBeLessThanOrEqual(width);
      expect(node.y).toBeGreaterThanOrEqual(0);
      expect(node.y + NODE.height).toBeLessThanOrEqual(height);
      expect(
        nodes.filter(
          other =>
            other !== node &&
            Math.abs(other.x - node.x) < NODE.width &&
            Math.abs(other.y - node.y) < NODE.height,
        ),
      ).toEqual([]);
    }
  });

  it('marks what is taken, what the address needs, and the way to it', () => {
    const chosen = ['pricing', 'notifier'];
    const { nodes, edges } = pictureOf(
      world,
      chosen,
      fakeChains(world, chosen),
    );
    const roles = Object.fromEntries(
      nodes.map(node => [node.service.name, node.role]),
    );
    expect(roles).toMatchObject({
      pricing: 'mine',
      notifier: 'mine',
      gateway: 'needed',
      orders: 'needed',
      risk: 'shared',
    });
    const looks = Object.fromEntries(edges.map(edge => [edge.key, edge.look]));
    expect(looks).toMatchObject({
      ' gateway calls': 'needed',
      'gateway orders calls': 'needed',
      'orders pricing calls': 'needed',
      'orders notifier messages': 'plain',
      'orders risk calls': 'plain',
    });
  });

  it('draws no line where relations are not known', () => {
    const { edges, entry, nodes } = pictureOf(
      { ...world, relationsKnown: false },
      [],
      [],
    );
    expect(edges).toEqual([]);
    expect(entry).toBeUndefined();
    expect(nodes).toHaveLength(9);
  });

  it('takes circles, callers of nothing, and an empty domain', () => {
    const circle = pictureOf(
      {
        services: world.services.slice(0, 3),
        edges: [
          { from: 'gateway', to: 'orders', kind: 'calls' },
          { from: 'orders', to: 'gateway', kind: 'calls' },
        ],
        relationsKnown: true,
      },
      [],
      [],
    );
    expect(circle.nodes).toHaveLength(3);
    expect(
      pictureOf({ services: [], edges: [], relationsKnown: true }, [], [])
        .nodes,
    ).toEqual([]);
  });
});
