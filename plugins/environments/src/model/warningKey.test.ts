import { EnvironmentWarning } from '@domaindeck/backstage-plugin-environments-common';
import { warningMessages } from '../translation/warnings';
import { warningMessagesZh } from '../translation/warningsZh';
import { blocksOf, notesOf, sentenceKeyOf } from './warningKey';

const warning = (
  code: EnvironmentWarning['code'],
  severity: EnvironmentWarning['severity'],
  parts: EnvironmentWarning['parts'] = {},
): EnvironmentWarning => ({ code, severity, parts, message: code });

/** What the backend names in each sentence; a translation can fill in nothing else. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'name-taken': ['name'],
  'namespace-taken': ['namespace'],
  'quota-person': ['used', 'limit'],
  'quota-group': ['used', 'limit'],
  'quota-domain': ['used', 'limit'],
  'size-over-limit': ['size', 'sizes'],
  'size-too-small': ['size', 'count'],
  'life-over-limit': ['asked', 'most'],
  'service-unknown': ['name', 'services'],
  'service-not-cloneable': ['service', 'owner'],
  'service-everywhere': ['service'],
  'no-services': [],
  'version-missing': ['service', 'version'],
  'version-unchecked': ['service', 'version', 'host'],
  'version-unlisted': ['service', 'version'],
  'version-refused': ['service', 'version', 'host'],
  'version-limited': ['service', 'version', 'host'],
  'version-garbled': ['service', 'version', 'host'],
  'host-path': ['service', 'field'],
  'host-network': ['service', 'field'],
  'host-port': ['service', 'field'],
  'host-namespace': ['service', 'field'],
  privileged: ['service', 'field'],
  'service-registry': ['service', 'registry', 'settings'],
  'secret-needed': ['services', 'name'],
  'object-missing': ['services', 'kind', 'name'],
  'shared-data': ['services', 'store'],
  'shared-folder': ['service', 'volume', 'source', 'services', 'store'],
  'consumer-paused': ['service'],
  'consumer-possible': ['service'],
  'cloud-identity': ['services', 'account'],
  'override-unused': ['name', 'names'],
  'cron-suspended': ['service'],
  'hard-coded-address': ['service', 'services', 'places'],
  'service-link-variables': ['service', 'settings'],
  'headless-name': ['service', 'services'],
  'tls-name': ['service', 'services'],
  'baseline-policy': ['services', 'policies'],
  'baseline-busy': ['services'],
  'ingress-to-shared': ['paths', 'services'],
  'host-taken': ['host', 'holder', 'service'],
  'host-too-long': ['host', 'service'],
  'no-address': [],
  'no-zone': [],
  'chain-broken': ['service', 'missing'],
  'chain-unknown': ['services'],
  'autoscaler-dropped': ['services'],
  'disruption-budget-dropped': ['services'],
  'resources-clamped': ['services', 'size'],
  'volume-empty': ['service'],
  'volume-unsupported': ['service', 'volume', 'source'],
  'custom-resource': ['services', 'kind', 'name'],
  'cluster-role': ['roles'],
  'placement-dropped': ['services'],
  'node-bound': ['services'],
  'sidecar-injection': ['services'],
  'replicas-reduced': ['services'],
  other: [],
};

describe('the sentences of warnings', () => {
  it.each([
    ['English', warningMessages.sentence],
    ['Chinese', warningMessagesZh.sentence],
  ])('in %s name only what the backend names', (_, sentences) => {
    const wrong = Object.entries(sentences).flatMap(([key, text]) =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)]
        .map(([, place]) => place)
        .filter(place => ![...PARTS[key], 'message'].includes(place))
        .map(place => `${key} ${place}`),
    );
    expect(wrong).toEqual([]);
    expect(Object.keys(sentences).sort()).toEqual(Object.keys(PARTS).sort());
  });

  it('are chosen by what they speak of, where one code has several', () => {
    expect(
      sentenceKeyOf(
        warning('service-not-cloneable', 'block', { service: 'agent' }),
      ),
    ).toBe('service-everywhere');
    expect(
      sentenceKeyOf(
        warning('service-not-cloneable', 'block', {
          service: 'agent',
          owner: 'Operator x',
        }),
      ),
    ).toBe('service-not-cloneable');
    expect(
      sentenceKeyOf(warning('shared-data', 'danger', { volume: 'v' })),
    ).toBe('shared-folder');
    expect(sentenceKeyOf(warning('shared-data', 'danger'))).toBe('shared-data');
    const unchecked = (problem: string) =>
      sentenceKeyOf(warning('version-unchecked', 'notice', { problem }));
    expect(
      ['no-registry', 'forbidden', 'rate-limited', 'elsewhere', 'timeout'].map(
        unchecked,
      ),
    ).toEqual([
      'version-unlisted',
      'version-refused',
      'version-limited',
      'version-garbled',
      'version-unchecked',
    ]);
  });

  it('stand in one place each', () => {
    const all = [
      warning('name-taken', 'block'),
      warning('shared-data', 'danger'),
      warning('chain-broken', 'caution'),
      warning('baseline-busy', 'notice'),
    ];
    expect(blocksOf(all).map(one => one.code)).toEqual(['name-taken']);
    expect(notesOf(all).map(one => one.code)).toEqual([
      'shared-data',
      'baseline-busy',
    ]);
  });
});
