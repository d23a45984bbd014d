import { createHash } from 'node:crypto';
import { AskedRegistry, lacks, SaidRegistry } from './FakeRegistry';

/** Tags by repository, with when each was built; an empty text where the image does not say. */
export type Stock = Readonly<Record<string, Readonly<Record<string, string>>>>;

const digestOf = (text: string) =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** Answers as a registry that has these images, and no credentials to ask for. */
export function stocked(stock: Stock): (asked: AskedRegistry) => SaidRegistry {
  return ({ path }) => {
    const [, repository, what, reference] =
      /^\/v2\/(.+)\/(tags|manifests|blobs)\/(.+)$/.exec(path) ?? [];
    const tags = stock[repository];
    if (!tags) {
      return lacks('NAME_UNKNOWN');
    }
    switch (what) {
      case 'tags':
        return { body: { name: repository, tags: Object.keys(tags) } };
      case 'manifests':
        return Object.hasOwn(tags, reference)
          ? { body: { config: { digest: digestOf(reference) } } }
          : lacks('MANIFEST_UNKNOWN');
      default: {
        const tag = Object.keys(tags).find(one => digestOf(one) === reference);
        return tag === undefined
          ? lacks('BLOB_UNKNOWN')
          : { body: { created: tags[tag] || null } };
      }
    }
  };
}
