import { StepRunner } from '../types';
import { applyManifests, manifestsOf } from './applyManifests';

/** Who may call in, and who may look. */
export const fenceStep: StepRunner = async work => {
  await work.guard();
  const { objects } = await applyManifests(work, manifestsOf(work, 'fence'));
  return { state: 'done', objects };
};

/** Accounts, secrets and settings. Stops for those secrets that a person has to give. */
export const settingsStep: StepRunner = async work => {
  await work.guard();
  const { environment, material } = work;
  const manifests = manifestsOf(work, 'settings');
  const { objects, secrets } = await applyManifests(work, manifests);
  const pending = environment.seen.pendingSecrets.filter(
    one => !environment.givenSecrets.includes(one.name),
  );
  const count = (isSecret: boolean) =>
    manifests.filter(one => (one.object.kind === 'Secret') === isSecret).length;
  return {
    state: pending.length > 0 ? 'needs-secrets' : 'done',
    objects,
    parts: {
      settings: count(false),
      secrets: count(true) + environment.givenSecrets.length,
      ...(pending.length > 0 ? { missing: pending.map(one => one.name) } : {}),
    },
    ...(material ? { material: { ...material, secrets } } : {}),
  };
};

/** Names of services: one's own, and those that lead to the baseline. */
export const connectStep: StepRunner = async work => {
  await work.guard();
  const manifests = manifestsOf(work, 'connect');
  const { objects } = await applyManifests(work, manifests);
  const count = (role: string) =>
    manifests.filter(one => one.role === role).length;
  return {
    state: 'done',
    objects,
    parts: { own: count('clone'), shared: count('shared') },
  };
};

/** Web addresses. */
export const openStep: StepRunner = async work => {
  const manifests = manifestsOf(work, 'open');
  if (manifests.length === 0) {
    return { state: 'skipped' };
  }
  await work.guard();
  const { objects } = await applyManifests(work, manifests);
  const { addresses } = work.environment.seen;
  return {
    state: 'done',
    objects,
    parts: { address: addresses[0]?.url ?? '' },
  };
};

/** Tells the catalog and whoever listens. What follows on the news is theirs. */
export const listStep: StepRunner = async () => ({ state: 'done' });
