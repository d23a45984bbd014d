import { freeName } from './freeName';
import { hostOf, hostProblem } from './hostOf';
import { namespaceName } from './namespaceName';

describe('names', () => {
  it('make a namespace that DNS takes, and two long ones stay apart', () => {
    expect(namespaceName('domain:default/payments', 'fare-rules')).toBe(
      'payments-fare-rules',
    );
    expect(namespaceName('domain:default/My_Shop.EU', 'a')).toBe(
      'my-shop-eu-a',
    );
    expect(namespaceName('domain:default/7up', 'a')).toBe('x-7up-a');
    const long =
      'a-very-long-name-of-a-domain-that-goes-on-and-on-for-ever-and-ever';
    const names = ['one', 'two'].map(name =>
      namespaceName(`domain:default/${long}`, name),
    );
    expect(new Set(names).size).toBe(2);
    for (const name of names) {
      expect(name).toMatch(/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/);
    }
  });

  it('make hosts, and tell what DNS does not take', () => {
    const names = {
      service: 'ui.front',
      environment: 'fare',
      domain: 'domain:default/payments',
    };
    expect(hostOf({ zone: 'dev.example' }, names)).toBe(
      'ui-front-fare.dev.example',
    );
    expect(
      hostOf(
        { zone: 'z', hostTemplate: '{environment}.{domain}.{zone}/{other}' },
        names,
      ),
    ).toBe('fare.payments.z/{other}');
    expect(hostProblem('a.dev.example')).toBeUndefined();
    expect(hostProblem(`${'a'.repeat(64)}.dev`)).toBe('too-long');
    expect(hostProblem(Array(60).fill('abcd').join('.'))).toBe('too-long');
    expect(hostProblem('-a.dev')).toBe('characters');
  });

  it('find a free one within the length', () => {
    expect(freeName('fare-rules', ['fare-rules'])).toBe('fare-rules-2');
    expect(freeName('fare-rules-2', ['fare-rules-2', 'fare-rules-3'])).toBe(
      'fare-rules-4',
    );
    expect(freeName('a'.repeat(40), [])).toBe(`${'a'.repeat(38)}-2`);
  });
});
