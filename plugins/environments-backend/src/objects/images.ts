/** A reference of an image, taken apart. */
export interface ImageReference {
  /** Registry and path. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** Takes a reference apart; a colon before the last slash is a port and no tag. */
export function parseImage(image: string): ImageReference {
  const [rest, digest] = image.split('@', 2);
  const colon = rest.lastIndexOf(':');
  const tagged = colon > rest.lastIndexOf('/');
  return {
    repository: tagged ? rest.slice(0, colon) : rest,
    ...(tagged ? { tag: rest.slice(colon + 1) } : {}),
    ...(digest ? { digest } : {}),
  };
}

/** The version that an image stands for: its tag, or the short digest where the tag is missing or `latest`. */
export function versionOf(image: string | undefined): string {
  if (!image) {
    return '';
  }
  const { tag, digest } = parseImage(image);
  return (!tag || tag === 'latest') && digest
    ? digest.replace(/^sha256:/, '').slice(0, 12)
    : tag ?? 'latest';
}

/** The same image with another tag and without a digest. */
export function withTag(image: string, tag: string): string {
  return `${parseImage(image).repository}:${tag}`;
}
