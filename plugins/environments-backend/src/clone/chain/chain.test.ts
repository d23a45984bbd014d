import { Edge } from '@domaindeck/backstage-plugin-environments-common';
import { callerChains } from './callerChains';
import { dependencyWaves } from './dependencyWaves';

function calls(...pairs: string[]): Edge[] {
  return pairs.map(pair => {
    const [from, to] = pair.split('>');
    return { from, to, kind: 'calls' };
  });
}

describe('callerChains', () => {
  it('takes the way with the fewest others to take, then the shortest', () => {
    const edges = calls('web>a', 'a>x', 'web>b', 'b>c', 'c>x', 'other>x');
    const chain = (own: string[], entries = ['web', 'other']) =>
      callerChains({ own, entries, edges, known: true }).find(
        one => one.service === 'x',
      )!;
    expect(chain(['x']).chain).toEqual(['other', 'x']);
    expect(chain(['x'], ['web']).chain).toEqual(['web', 'a', 'x']);
    expect(chain(['x', 'web', 'b', 'c'])).toEqual({
      service: 'x',
      chain: ['web', 'b', 'c', 'x'],
      missing: [],
      reachable: 'yes',
    });
    expect(chain(['x', 'b', 'c'], ['web']).missing).toEqual(['web']);
  });

  it('ends in circles and large graphs, and guesses nothing', () => {
    const many = Array.from({ length: 60 }, (_, from) =>
      Array.from({ length: 60 }, (__, to) => `s${from}>s${to}`),
    ).flat();
    const input = { own: ['s59'], entries: ['s0'], edges: calls(...many) };
    expect(callerChains({ ...input, known: true })[0].chain).toEqual([
      's0',
      's59',
    ]);
    const unknown = {
      service: 's59',
      chain: [],
      missing: [],
      reachable: 'unknown',
    };
    expect(callerChains({ ...input, known: false })).toEqual([unknown]);
    expect(callerChains({ ...input, known: true, entries: [] })).toEqual([
      unknown,
    ]);
    const messages: Edge[] = [{ from: 's0', to: 's59', kind: 'messages' }];
    expect(callerChains({ ...input, known: true, edges: messages })).toEqual([
      unknown,
    ]);
  });
});

describe('dependencyWaves', () => {
  it('wakes stores first and what is called before its callers', () => {
    const edges = calls('web>a', 'a>b', 'web>b', 'shared>web');
    expect(dependencyWaves(['web', 'a', 'b', 'db'], edges, ['db'])).toEqual([
      ['db'],
      ['b'],
      ['a'],
      ['web'],
    ]);
    // A circle and one that calls itself.
    expect(
      dependencyWaves(['a', 'b', 'c'], calls('a>b', 'b>a', 'c>c'), []),
    ).toEqual([['c'], ['a', 'b']]);
    expect(dependencyWaves([], edges, [])).toEqual([]);
  });
});
