import { createHash } from 'node:crypto';
import { RealRegistry } from './startRegistry';

const CONFIG = 'application/vnd.oci.image.config.v1+json';
const LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
/** Pushes at a time. */
const AT_ONCE = 8;

/**
 * Pushes images over the registry's own API, one per moment at which one was built, with all tags of that moment.
 *
 * @param path - name of the repository
 * @param tags - RFC 3339 time of the build by tag; an empty text for an image that does not say
 * @returns digests of the manifests by tag
 * @throws Error with the registry's words
 * @public
 */
export async function pushImages(
  registry: RealRegistry,
  path: string,
  tags: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const layer = Buffer.from('nothing is in it');
  await pushBlob(registry, path, layer);
  const manifests = new Map<string, Buffer>();
  for (const created of new Set(Object.values(tags))) {
    const config = Buffer.from(
      JSON.stringify({
        ...(created ? { created } : {}),
        architecture: 'amd64',
        os: 'linux',
        rootfs: { type: 'layers', diff_ids: [digestOf(layer)] },
      }),
    );
    await pushBlob(registry, path, config);
    const manifest = {
      schemaVersion: 2,
      mediaType: MANIFEST,
      config: descriptor(CONFIG, config),
      layers: [descriptor(LAYER, layer)],
    };
    manifests.set(created, Buffer.from(JSON.stringify(manifest)));
  }
  const rest = Object.entries(tags);
  const worker = async () => {
    for (let next = rest.pop(); next; next = rest.pop()) {
      const [tag, created] = next;
      await send(
        registry,
        path,
        `${registry.url}/v2/${path}/manifests/${tag}`,
        {
          method: 'PUT',
          headers: { 'content-type': MANIFEST },
          body: new Uint8Array(manifests.get(created)!),
        },
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return Object.fromEntries(
    Object.entries(tags).map(([tag, created]) => [
      tag,
      digestOf(manifests.get(created)!),
    ]),
  );
}

async function pushBlob(
  registry: RealRegistry,
  path: string,
  content: Buffer,
): Promise<void> {
  const begun = await send(
    registry,
    path,
    `${registry.url}/v2/${path}/blobs/uploads/`,
    { method: 'POST' },
  );
  const place = new URL(begun.headers.get('location')!, registry.url);
  place.searchParams.set('digest', digestOf(content));
  await send(registry, path, place.href, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(content),
  });
}

async function send(
  registry: RealRegistry,
  path: string,
  url: string,
  request: RequestInit,
): Promise<Response> {
  const authorization = registry.authorization(path);
  const answer = await fetch(url, {
    ...request,
    headers: {
      ...request.headers,
      ...(authorization ? { authorization } : {}),
    },
  });
  const words = await answer.text();
  if (!answer.ok) {
    throw new Error(`${request.method} ${url}: ${answer.status} ${words}`);
  }
  return answer;
}

function descriptor(mediaType: string, content: Buffer): object {
  return { mediaType, digest: digestOf(content), size: content.length };
}

function digestOf(content: Buffer): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
