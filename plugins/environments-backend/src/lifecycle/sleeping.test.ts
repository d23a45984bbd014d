import { KubernetesObject } from '../objects';
import { sleepChange, sleepRefusal, wakeChange } from './sleeping';

function deployment(status: object, spec: object = {}): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'orders', generation: 2 },
    spec: { replicas: 1, ...spec },
    status: { observedGeneration: 2, ...status },
  } as KubernetesObject;
}

const UP = {
  replicas: 1,
  readyReplicas: 1,
  updatedReplicas: 1,
  availableReplicas: 1,
};

describe('sleeping', () => {
  it('stores what was once and never the zero of a second sleep', () => {
    const awake = deployment(UP, { replicas: 3 });
    const first = sleepChange(awake)!;
    expect(first.spec).toEqual({ replicas: 0 });
    const asleep = {
      ...awake,
      metadata: {
        ...awake.metadata,
        annotations: first.annotations as Record<string, string>,
      },
      spec: { replicas: 0 },
    };
    expect(sleepChange(asleep)).toBeUndefined();
    // Somebody scaled it up in its sleep.
    expect(sleepChange({ ...asleep, spec: { replicas: 5 } })).toEqual({
      annotations: {},
      spec: { replicas: 0 },
    });
    expect(wakeChange(asleep)?.spec).toEqual({ replicas: 3 });
    expect(wakeChange(awake)).toBeUndefined();
  });

  it('keeps a paused run paused, and survives a broken note', () => {
    const cron = { ...deployment({}, { suspend: true }), kind: 'CronJob' };
    const change = sleepChange(cron)!;
    const asleep = {
      ...cron,
      metadata: {
        ...cron.metadata,
        annotations: change.annotations as Record<string, string>,
      },
    };
    expect(wakeChange(asleep)?.spec).toEqual({ suspend: true });
    const broken = deployment(UP);
    broken.metadata.annotations = { 'domaindeck.io/before-sleep': '{' };
    expect(wakeChange(broken)?.spec).toEqual({ replicas: 1 });
  });

  it('refuses what somebody else would wake at once', () => {
    const held = deployment(UP);
    held.metadata.annotations = { 'argocd.argoproj.io/tracking-id': 'x' };
    expect(sleepRefusal(held)).toBe('argo-cd');
    held.metadata = {
      name: 'x',
      labels: { 'kustomize.toolkit.fluxcd.io/name': 'apps' },
    };
    expect(sleepRefusal(held)).toBe('flux');
    expect(sleepRefusal(deployment(UP))).toBeUndefined();
  });
});
