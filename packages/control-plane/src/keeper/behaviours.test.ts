import { KubernetesObject } from '../cluster/KubernetesClient';
import {
  behaviourAnnotation,
  behaviourPodsAnnotation,
  chooseBehaviours,
  playedAnnotation,
} from './behaviours';

function pod(
  name: string,
  annotations: Record<string, string>,
  owner = 'set',
  deletionTimestamp?: string,
): KubernetesObject {
  return {
    metadata: {
      name,
      namespace: 'payments-prod',
      uid: name,
      annotations,
      ownerReferences: [{ uid: owner }],
      deletionTimestamp,
    },
  };
}

const oneCrash = {
  [behaviourAnnotation]: 'crash',
  [behaviourPodsAnnotation]: '1',
};

describe('chooseBehaviours', () => {
  it('gives the trouble to as many pods of an owner as its template says', () => {
    const choices = chooseBehaviours([
      pod('b', oneCrash),
      pod('a', oneCrash),
      pod('c', oneCrash, 'other'),
      pod('healthy', {}),
    ]);
    expect(choices).toEqual([
      { namespace: 'payments-prod', name: 'a', played: 'crash' },
      { namespace: 'payments-prod', name: 'b', played: 'none' },
      { namespace: 'payments-prod', name: 'c', played: 'crash' },
    ]);
  });

  it('gives it to all without a number', () => {
    const all = { [behaviourAnnotation]: 'not-ready' };
    expect(
      chooseBehaviours([pod('a', all), pod('b', all)]).map(c => c.played),
    ).toEqual(['not-ready', 'not-ready']);
  });

  it('keeps a choice, and passes the part on only when its pod goes', () => {
    const played = { ...oneCrash, [playedAnnotation]: 'crash' };
    expect(chooseBehaviours([pod('a', played), pod('b', oneCrash)])).toEqual([
      { namespace: 'payments-prod', name: 'b', played: 'none' },
    ]);
    expect(
      chooseBehaviours([
        pod('a', played, 'set', '2026-01-01T00:00:00Z'),
        pod('c', oneCrash),
      ]),
    ).toEqual([{ namespace: 'payments-prod', name: 'c', played: 'crash' }]);
  });
});
