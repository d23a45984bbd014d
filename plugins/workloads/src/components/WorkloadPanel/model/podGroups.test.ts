import { aContainer, aPod } from '../__testUtils__/pricingWorld';
import { keepOrder } from './keepOrder';
import { podGroups } from './podGroups';
import { shortPodName } from './shortPodName';

const NOW = Date.parse('2026-11-23T06:09:00Z');

describe('podGroups', () => {
  it('puts pods of one state together, worst first, and larger groups before smaller', () => {
    const crashing = (name: string, ended: string) =>
      aPod(name, {
        phase: 'CrashLoopBackOff',
        ready: false,
        containers: [
          aContainer({
            state: 'waiting',
            message: 'back-off 5m0s restarting failed container',
            lastEnd: { at: ended },
          }),
        ],
      });
    const groups = podGroups(
      [
        aPod('a'),
        aPod('b'),
        crashing('c', '2026-11-23T06:08:00Z'),
        crashing('d', '2026-11-23T06:07:00Z'),
        aPod('e', { phase: 'ImagePullBackOff', ready: false }),
        aPod('f', { phase: 'Init:0/2', ready: false }),
        aPod('g', { phase: 'Odd' }),
        aPod('h', { ready: false }),
      ],
      NOW,
    );
    expect(groups.map(({ id, mark, pods }) => [id, mark, pods.length])).toEqual(
      [
        ['panel.pod.crashing', 'failed', 2],
        ['panel.pod.imagePull', 'failed', 1],
        ['panel.pod.notReady', 'degraded', 1],
        ['Odd', 'unknown', 1],
        ['panel.pod.starting', 'progressing', 1],
        ['panel.pod.running', 'healthy', 2],
      ],
    );
  });

  it('takes thousands of pods', () => {
    const pods = Array.from({ length: 5_000 }, (_, i) => aPod(`p-${i}`));
    expect(podGroups(pods, NOW)).toHaveLength(1);
  });
});

describe('keepOrder', () => {
  it('leaves rows where they stand, adds new ones below and drops those gone', () => {
    expect(keepOrder([], ['b', 'a'])).toEqual(['b', 'a']);
    expect(keepOrder(['a', 'b', 'c'], ['c', 'd', 'a'])).toEqual([
      'a',
      'c',
      'd',
    ]);
  });
});

describe('shortPodName', () => {
  it.each([
    ['pricing-7c9d5f-x2kqp', 'pricing-7c9d5f-', 'x2kqp'],
    ['trips-db-0', 'trips-db-', '0'],
    ['alone', '', 'alone'],
    ['odd-', '', 'odd-'],
  ])('%s', (name, prefix, rest) => {
    expect(shortPodName(name)).toEqual({ prefix, rest });
  });
});
