import { planOf } from '../__testUtils__/planCase';
import { Relations } from '../types';

const RELATIONS: Relations = {
  known: true,
  edges: [
    { from: 'frontend', to: 'checkoutservice', kind: 'calls' },
    { from: 'checkoutservice', to: 'shippingservice', kind: 'calls' },
    { from: 'checkoutservice', to: 'emailservice', kind: 'messages' },
    { from: 'frontend', to: 'adservice', kind: 'calls' },
    // A circle must not hold the search up.
    { from: 'shippingservice', to: 'checkoutservice', kind: 'calls' },
  ],
};

describe('the chain of callers', () => {
  it('names what else to take, and gives the address only when it is whole', () => {
    const { plan } = planOf('web-shop', ['shippingservice'], {
      input: { relations: RELATIONS },
    });
    expect(plan.callers).toEqual([
      {
        service: 'shippingservice',
        chain: ['frontend', 'checkoutservice', 'shippingservice'],
        missing: ['frontend', 'checkoutservice'],
        reachable: 'no',
      },
    ]);
    expect(plan.addresses).toMatchObject([
      { service: 'frontend', given: false },
    ]);
    expect(
      plan.warnings.find(one => one.code === 'chain-broken'),
    ).toMatchObject({
      message:
        'To reach shippingservice from the web address also take frontend and checkoutservice.',
      wayOut: {
        action: 'add-services',
        services: ['frontend', 'checkoutservice'],
      },
    });
    const half = planOf('web-shop', ['shippingservice', 'frontend'], {
      input: { relations: RELATIONS },
    });
    expect(half.plan.addresses).toMatchObject([
      { service: 'frontend', given: false },
    ]);
    const whole = planOf(
      'web-shop',
      ['shippingservice', 'frontend', 'checkoutservice'],
      { input: { relations: RELATIONS } },
    );
    expect(whole.plan.callers.map(one => one.reachable)).toEqual([
      'yes',
      'yes',
      'yes',
    ]);
    expect(whole.plan.addresses).toEqual([
      {
        service: 'frontend',
        host: 'frontend-night-fares.dev.example',
        url: 'http://frontend-night-fares.dev.example',
        given: true,
      },
    ]);
    // A circle of calls cannot be put in order; nobody is left out for it.
    expect(whole.waves.flat().sort()).toEqual([
      'checkoutservice',
      'frontend',
      'shippingservice',
    ]);
  });

  it('says that it does not know, where nobody says who calls', () => {
    const { plan } = planOf('web-shop', ['adservice', 'frontend']);
    expect(plan.callers.map(one => one.reachable)).toEqual(['unknown', 'yes']);
    expect(
      plan.warnings.find(one => one.code === 'chain-unknown')?.parts,
    ).toEqual({ services: ['adservice'] });
  });
});
