import { projectors } from './projectors';
import { WatchedResource } from './rows';

const metadata = {
  uid: '0b1c2d3e',
  name: 'pricing',
  namespace: 'payments-prod',
  resourceVersion: '4711',
  creationTimestamp: '2026-11-23T13:44:31Z',
  labels: { 'app.kubernetes.io/name': 'pricing', absurd: 7 },
};

const meta = {
  uid: '0b1c2d3e',
  name: 'pricing',
  namespace: 'payments-prod',
  resourceVersion: '4711',
  createdAt: '2026-11-23T13:44:31Z',
};

const resources = Object.keys(projectors) as WatchedResource[];

describe('every projector', () => {
  it.each(resources)(
    '%s: takes an object with nothing but its names',
    resource => {
      const row = projectors[resource]({ metadata: { uid: 'u', name: 'n' } });
      expect(row).toMatchObject({
        uid: 'u',
        name: 'n',
        namespace: '',
        resourceVersion: '',
      });
      expect(row.createdAt).toBeUndefined();
    },
  );

  it.each(resources)('%s: keeps what every object has', resource => {
    expect(projectors[resource]({ metadata })).toMatchObject(meta);
  });

  it.each(resources)('%s: says which object has no uid or name', resource => {
    const project = projectors[resource];
    for (const value of [
      undefined,
      null,
      'text',
      7,
      [],
      {},
      { metadata: [] },
    ]) {
      expect(() => project(value)).toThrow(/ \/\? has no metadata\.name/);
    }
    expect(() => project({ metadata: { ...metadata, uid: 5 } })).toThrow(
      'payments-prod/pricing has no metadata.uid',
    );
    expect(() => project({ metadata: { ...metadata, name: '' } })).toThrow(
      'payments-prod/? has no metadata.name',
    );
  });

  it.each(resources)('%s: survives fields of other types', resource => {
    const wrong = ['text', 7, null, true, [null, 7, 'a', [], {}], { a: 1 }];
    for (const value of wrong) {
      const raw = {
        metadata: {
          ...metadata,
          labels: value,
          annotations: value,
          ownerReferences: value,
        },
        spec: value,
        status: value,
        involvedObject: value,
        series: value,
        source: value,
        type: value,
      };
      expect(projectors[resource](raw)).toMatchObject(meta);
    }
  });
});
