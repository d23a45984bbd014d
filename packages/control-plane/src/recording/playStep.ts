import {
  KubernetesClient,
  KubernetesObject,
} from '../cluster/KubernetesClient';
import { waitUntil } from '../process/waitUntil';
import { dumpNamespace, recordedPaths } from './dumpNamespace';

/** One thing that happens in the course of a trouble. */
export type TroubleStep =
  /** Waits until all these texts are somewhere in the objects of the namespace. */
  | { readonly until: readonly string[] }
  /** Changes an object as a person would. */
  | { readonly patch: string; readonly with: unknown }
  /** Asks for the deletion of the first of the objects. */
  | { readonly delete: string }
  /**
   * Writes the status of the first of the objects, and events about it, as the kubelet or a controller would that this
   * cluster does not have. `now` and `now-90s` become times.
   */
  | {
      readonly status: string;
      readonly with?: unknown;
      readonly events?: readonly {
        readonly reason: string;
        readonly message: string;
      }[];
    };

/** Plays one step in a namespace. Objects are named `<plural>/<name>`, or by their plural alone for the first. */
export async function playStep(
  client: KubernetesClient,
  namespace: string,
  step: TroubleStep,
): Promise<void> {
  if ('until' in step) {
    await waitUntil(
      async () => {
        const text = JSON.stringify(await dumpNamespace(client, namespace));
        return step.until.every(wanted => text.includes(wanted))
          ? true
          : undefined;
      },
      {
        limit: 120_000,
        interval: 1_000,
        otherwise: () => `${namespace}: never saw ${step.until.join(', ')}`,
      },
    );
  } else if ('patch' in step) {
    await client.json('PATCH', await pathOf(client, namespace, step.patch), {
      body: step.with,
    });
  } else if ('delete' in step) {
    await client.json('DELETE', await pathOf(client, namespace, step.delete));
  } else {
    const path = await pathOf(client, namespace, step.status);
    if (step.with) {
      await client.json('PATCH', `${path}/status`, {
        body: { status: withTimes(step.with) },
      });
    }
    const about = await client.json<KubernetesObject>('GET', path);
    for (const event of step.events ?? []) {
      await tell(client, namespace, about, event);
    }
  }
}

async function pathOf(
  client: KubernetesClient,
  namespace: string,
  place: string,
): Promise<string> {
  const [resource, name] = place.split('/');
  const list = `${recordedPaths[resource]}/namespaces/${namespace}/${resource}`;
  const first = async () => {
    const objects = [...(await client.list(list))].sort((a, b) =>
      a.metadata.name < b.metadata.name ? -1 : 1,
    );
    return objects[0]?.metadata.name;
  };
  return `${list}/${name ?? (await first())}`;
}

async function tell(
  client: KubernetesClient,
  namespace: string,
  about: KubernetesObject,
  event: { readonly reason: string; readonly message: string },
): Promise<void> {
  const at = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const { name, uid } = about.metadata;
  await client.json('POST', `/api/v1/namespaces/${namespace}/events`, {
    body: {
      metadata: { generateName: `${name}.` },
      involvedObject: { kind: about.kind, namespace, name, uid },
      type: 'Warning',
      ...event,
      source: { component: 'kubelet' },
      firstTimestamp: at,
      lastTimestamp: at,
      count: 3,
    },
  });
}

function withTimes(value: unknown): unknown {
  if (typeof value === 'string') {
    const [, seconds] = /^now(?:-(\d+)s)?$/.exec(value) ?? [];
    return value.startsWith('now') && /^now(-\d+s)?$/.test(value)
      ? new Date(Date.now() - Number(seconds ?? 0) * 1_000)
          .toISOString()
          .replace(/\.\d+Z$/, 'Z')
      : value;
  }
  if (Array.isArray(value)) {
    return value.map(withTimes);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, content]) => [
          key,
          withTimes(content),
        ]),
      )
    : value;
}
