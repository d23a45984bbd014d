import {
  pricing,
  pricingDetail,
  pricingEvents,
} from '../__testUtils__/pricingWorld';
import { chatLines } from './chatLines';
import { eventInWords } from './eventInWords';
import { problemPlace } from './problemPlace';

const event = (
  reason: string,
  message: string,
  type: 'Normal' | 'Warning' = 'Normal',
) => eventInWords({ ...pricingEvents[0], reason, message, type });

describe('eventInWords', () => {
  it.each([
    [
      'BackOff',
      'Back-off restarting failed container app in pod pricing-x_payments(uid)',
      'panel.events.backOff',
      { container: 'app' },
    ],
    [
      'BackOff',
      'Back-off restarting failed container=app pod=pricing-x_payments(uid)',
      'panel.events.backOff',
      { container: 'app' },
    ],
    [
      'BackOff',
      'Back-off pulling image "r/a:1"',
      'panel.events.imageFailed',
      {},
    ],
    ['BackOff', 'Back-off', 'panel.events.backOffBare', {}],
    [
      'Pulled',
      'Successfully pulled image "registry.example.com/payments/pricing:5.2.1" in 2.8s (2.8s including waiting). Image size: 1 bytes.',
      'panel.events.pulled',
      { image: 'pricing:5.2.1', span: { span: 2_800 } },
    ],
    [
      'Pulled',
      'Container image "r/pricing:5.2.1" already present on machine',
      'panel.events.present',
      { image: 'pricing:5.2.1' },
    ],
    [
      'Created',
      'Created container: app',
      'panel.events.created',
      { container: 'app' },
    ],
    [
      'Started',
      'Started container app',
      'panel.events.started',
      { container: 'app' },
    ],
    [
      'Scheduled',
      'Successfully assigned payments-prod/pricing-x to sh-w-07',
      'panel.events.scheduled',
      { node: 'sh-w-07' },
    ],
    [
      'ScalingReplicaSet',
      'Scaled up replica set pricing-7c9d5f from 2 to 3',
      'panel.events.scaledUp',
      { set: 'pricing-7c9d5f', count: 3 },
    ],
    [
      'ScalingReplicaSet',
      'Scaled down replica set pricing-6b to 0',
      'panel.events.scaledDown',
      { set: 'pricing-6b', count: 0 },
    ],
  ])('%s: %s', (reason, message, key, params) => {
    expect(event(reason, message).phrase).toEqual({ key, params });
  });

  it.each([
    ['Unhealthy', 'Readiness probe failed: connection refused'],
    ['Pulled', 'something new'],
    ['Anything', 'in the words of the cluster'],
  ])('shows what it does not know as it is: %s', (reason, message) => {
    expect(event(reason, message).phrase).toEqual({ text: message });
  });

  it('says at least the reason', () => {
    expect(event('Odd', '').phrase).toEqual({ text: 'Odd' });
  });

  it('marks what may pass apart from what stops a container', () => {
    expect(event('BackOff', 'x', 'Warning').mark).toBe('degraded');
    expect(event('FailedMount', 'x', 'Warning').mark).toBe('failed');
    expect(event('Pulled', 'x').mark).toBe('none');
  });
});

describe('chatLines', () => {
  const facts = {
    workload: pricing,
    environment: { text: 'production' },
    releases: pricingDetail.releases!,
    events: [pricingEvents[1], pricingEvents[0]],
    link: 'https://portal.example.com/x',
  };

  it('takes the last warning rather than the news that came after it', () => {
    const lines = chatLines(facts);
    expect(lines.at(-2)).toMatchObject([
      { key: 'panel.chat.event', params: { object: 'x2kqp' } },
    ]);
    expect(lines.at(-1)).toEqual([{ text: facts.link }]);
  });

  it('does without what is not known', () => {
    const lines = chatLines({ ...facts, events: [], releases: [] });
    expect(
      lines.map(([first]) => ('key' in first ? first.key : first)),
    ).toEqual([
      'panel.chat.where',
      { problem: pricing.problems[0] },
      'panel.summary.since',
      'panel.chat.version',
      { text: facts.link },
    ]);
  });
});

describe('problemPlace', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(name => ({ ...pricing, name }));

  it('goes round', () => {
    expect(problemPlace([a, b, c], a)).toEqual({
      index: 0,
      previous: c,
      next: b,
    });
    expect(problemPlace([a, b, c], c)).toEqual({
      index: 2,
      previous: b,
      next: a,
    });
  });

  it('leads from what is well to the ends', () => {
    expect(problemPlace([a, b], c)).toEqual({ previous: b, next: a });
    expect(problemPlace([], c)).toEqual({});
  });

  it('gives the only problem no neighbour', () => {
    expect(problemPlace([a], a)).toEqual({ index: 0 });
  });
});
