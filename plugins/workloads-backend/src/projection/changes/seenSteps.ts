import { ContainerImage } from '@domaindeck/backstage-plugin-workloads-common';
import { Family } from '../ownership';
import { releasesOf, UNKNOWN_TIME } from '../releases';
import { ReleaseStep, WorkloadMemory } from './types';
import { whoOf } from './whoOf';

/**
 * The releases of what keeps no ReplicaSets, oldest first: what was seen while it was watched, and what pods or Jobs of
 * two releases that are both still there tell.
 *
 * The oldest of these objects say nothing of when their release began: they are replaced without one. Only a
 * specification that was never changed dates from the creation.
 */
export function seenSteps(
  family: Family,
  memory: WorkloadMemory | undefined,
): ReleaseStep[] {
  const { root } = family;
  const who = whoOf(root);
  const seen = (memory?.sightings ?? []).flatMap(sighting =>
    sighting.type === 'release'
      ? [
          step({
            at: sighting.at,
            images: sighting.to,
            before: { images: sighting.from },
          }),
        ]
      : [],
  );
  const releases = [...releasesOf(family)].reverse();
  const told = releases.flatMap((release, index) => {
    const before = releases[index - 1];
    const isKnown = seen.some(
      ({ images }) => keyOf(images) === keyOf(release.images),
    );
    return before && !isKnown && release.at !== UNKNOWN_TIME
      ? [step({ at: release.at, images: release.images, before })]
      : [];
  });
  const first =
    root.generation === 1 && root.createdAt !== undefined
      ? [step({ at: root.createdAt, images: root.images, isFirst: true })]
      : [];
  return [...first, ...told, ...seen]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map((found, index, all) =>
      index === all.length - 1 && who !== undefined ? { ...found, who } : found,
    );
}

function step(
  found: Pick<ReleaseStep, 'at' | 'images' | 'before'> & {
    readonly isFirst?: boolean;
  },
): ReleaseStep {
  return { isFirst: false, isRollback: false, key: found.at, ...found };
}

function keyOf(images: readonly ContainerImage[]): string {
  return images
    .map(({ container, image }) => `${container}=${image}`)
    .sort()
    .join(' ');
}
