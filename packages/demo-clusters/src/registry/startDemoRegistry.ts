import { createHash } from 'node:crypto';
import { HttpEndpoint } from '../apiserver/HttpEndpoint';
import { DemoWorld } from '../cluster/startDemoWorld';
import { imagesInUse } from './imagesInUse';
import { ImageStock } from './loadImages';

/**
 * A registry of images that only tells of them.
 * @public
 */
export interface DemoRegistry {
  /** As images name it. */
  readonly host: string;
  /** Where it answers. */
  readonly url: string;
  stop(): Promise<void>;
}

/** What was looked up stays as it is for so many milliseconds. */
const KEPT = 2_000;
const PAGE = 100;
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const CONFIG = 'application/vnd.oci.image.config.v1+json';

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: object;
}

/** Moments of builds by tag, by repository. In milliseconds since 1970. */
type Images = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Starts a registry on the loopback interface that answers as the distribution specification has it to who asks which tags
 * there are, whether there is an image, and when it was built. It has what its description says and what the clusters run
 * or ran; there is nothing to pull from it.
 *
 * @param options.started - when the ages of the description count from, in milliseconds since 1970
 * @public
 */
export async function startDemoRegistry(options: {
  readonly world: Pick<DemoWorld, 'clusters'>;
  readonly stock: ImageStock;
  readonly started: number;
}): Promise<DemoRegistry> {
  const { world, stock, started } = options;
  let known: { at: number; images: Images } | undefined;
  const images = () => {
    if (!known || Date.now() - known.at > KEPT) {
      known = { at: Date.now(), images: imagesOf(world, stock, started) };
    }
    return known.images;
  };
  const endpoint = HttpEndpoint.create(0, (request, response) => {
    const { status, type, headers, body } = answerOf(
      images(),
      new URL(request.url ?? '/', 'http://registry'),
    );
    const text = JSON.stringify(body);
    response.writeHead(status, {
      ...headers,
      'content-type': type ?? 'application/json',
      'content-length': Buffer.byteLength(text),
      'docker-distribution-api-version': 'registry/2.0',
    });
    response.end(request.method === 'HEAD' ? undefined : text);
  });
  await endpoint.open();
  return {
    host: stock.host,
    url: endpoint.url,
    stop: () => endpoint.close(),
  };
}

function imagesOf(
  world: Pick<DemoWorld, 'clusters'>,
  { host, ages }: ImageStock,
  started: number,
): Images {
  const images = new Map<string, Map<string, number>>();
  const add = (path: string, tag: string, built: number) => {
    const tags = images.get(path) ?? new Map<string, number>();
    images.set(path, tags);
    tags.set(tag, Math.min(built, tags.get(tag) ?? Infinity));
  };
  for (const [path, tags] of ages) {
    tags.forEach((age, tag) => add(path, tag, started - age));
  }
  for (const { repository, tag, since } of imagesInUse(world.clusters)) {
    if (repository.startsWith(`${host}/`)) {
      add(repository.slice(host.length + 1), tag, since);
    }
  }
  return images;
}

function answerOf(images: Images, url: URL): Answer {
  if (/^\/v2\/?$/.test(url.pathname)) {
    return { status: 200, body: {} };
  }
  const [, path, what, reference] =
    /^\/v2\/(.+)\/(tags|manifests|blobs)\/([^/]+)$/.exec(url.pathname) ?? [];
  const tags = images.get(path);
  if (!tags) {
    return lacks('NAME_UNKNOWN');
  }
  if (what === 'tags') {
    return listed(path, [...tags.keys()].sort(), url.searchParams);
  }
  const found = [...tags].find(([tag, built]) =>
    what === 'blobs'
      ? digestOf(configOf(built)) === reference
      : tag === reference || digestOf(manifestOf(built)) === reference,
  );
  if (!found) {
    return lacks(what === 'blobs' ? 'BLOB_UNKNOWN' : 'MANIFEST_UNKNOWN');
  }
  const body = what === 'blobs' ? configOf(found[1]) : manifestOf(found[1]);
  return {
    status: 200,
    type: what === 'blobs' ? CONFIG : MANIFEST,
    headers: { 'docker-content-digest': digestOf(body) },
    body,
  };
}

function listed(
  path: string,
  tags: readonly string[],
  query: URLSearchParams,
): Answer {
  const last = query.get('last') ?? '';
  const count = Math.min(Number(query.get('n')) || PAGE, PAGE);
  const rest = tags.filter(tag => tag > last);
  const page = rest.slice(0, count);
  return {
    status: 200,
    ...(page.length < rest.length
      ? {
          headers: {
            link: `</v2/${path}/tags/list?last=${page.at(
              -1,
            )}&n=${count}>; rel="next"`,
          },
        }
      : {}),
    body: { name: path, tags: page },
  };
}

function lacks(code: string): Answer {
  return { status: 404, body: { errors: [{ code, message: 'not there' }] } };
}

function configOf(built: number): object {
  return {
    created: new Date(built).toISOString(),
    architecture: 'amd64',
    os: 'linux',
    rootfs: { type: 'layers', diff_ids: [] },
  };
}

function manifestOf(built: number): object {
  const config = configOf(built);
  return {
    schemaVersion: 2,
    mediaType: MANIFEST,
    config: {
      mediaType: CONFIG,
      digest: digestOf(config),
      size: Buffer.byteLength(JSON.stringify(config)),
    },
    layers: [],
  };
}

function digestOf(body: object): string {
  const hash = createHash('sha256').update(JSON.stringify(body));
  return `sha256:${hash.digest('hex')}`;
}
