import { KubernetesObject } from '../cluster/KubernetesClient';
import { planVolumes } from './planVolumes';

function claim(
  name: string,
  spec: object,
  phase = 'Pending',
): KubernetesObject {
  return {
    metadata: { name, namespace: 'rides-dev', uid: `uid-${name}` },
    spec: { ...spec },
    status: { phase },
  };
}

describe('planVolumes', () => {
  it('makes one volume for each claim that waits, bound to it alone', () => {
    const volumes = planVolumes([
      claim('data-0', {
        accessModes: ['ReadWriteOnce'],
        storageClassName: 'fast',
        resources: { requests: { storage: '10Gi' } },
      }),
      claim('bound', { volumeName: 'pv' }, 'Bound'),
      claim('being-bound', { volumeName: 'pv' }),
    ]);
    expect(volumes).toHaveLength(1);
    expect(volumes[0].spec).toMatchObject({
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'fast',
      capacity: { storage: '10Gi' },
      claimRef: { namespace: 'rides-dev', name: 'data-0', uid: 'uid-data-0' },
    });
  });
});
