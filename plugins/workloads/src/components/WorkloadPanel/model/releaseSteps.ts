import {
  ContainerImage,
  Release,
} from '@domaindeck/backstage-plugin-workloads-common';

/** One container's image, before and in a release. */
export interface ImageChange {
  readonly container: string;
  /** Absent for the oldest release that is kept, and for a container that was not there before. */
  readonly from?: string;
  readonly to: string;
}

/** A release on the time line. */
export interface ReleaseStep {
  readonly release: Release;
  /** What changed against the release before; for the oldest, what it ran. */
  readonly changes: readonly ImageChange[];
}

/**
 * Releases newest first, each with what it changed. Tags stand for images; an image without one shows its short digest.
 */
export function releaseSteps(releases: readonly Release[]): ReleaseStep[] {
  const ordered = [...releases].sort((a, b) => b.revision - a.revision);
  return ordered.map((release, i) => ({
    release,
    changes: changesOf(release.images, ordered[i + 1]?.images),
  }));
}

function changesOf(
  images: readonly ContainerImage[],
  before: readonly ContainerImage[] | undefined,
): ImageChange[] {
  const changes: ImageChange[] = [];
  for (const image of images) {
    const old = before?.find(one => one.container === image.container);
    if (old === undefined || old.image !== image.image) {
      changes.push({
        container: image.container,
        from: old && labelOf(old),
        to: labelOf(image),
      });
    }
  }
  return changes;
}

function labelOf(image: ContainerImage): string {
  // Twelve characters of a digest, after its algorithm, are what every tool of the field shows.
  return (
    image.tag ??
    image.digest?.replace(/^[^:]*:/, '').slice(0, 12) ??
    image.image
  );
}
