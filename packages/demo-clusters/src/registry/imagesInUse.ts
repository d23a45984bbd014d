import { DemoCluster } from '../cluster/DemoCluster';
import { KubernetesObject } from '../model/KubernetesObject';

/** Kinds that say which images run or ran; ReplicaSets keep the former ones. */
const KINDS = [
  ['apps/v1', 'ReplicaSet'],
  ['apps/v1', 'StatefulSet'],
  ['apps/v1', 'DaemonSet'],
  ['batch/v1', 'CronJob'],
  ['batch/v1', 'Job'],
] as const;

/** In no registry; the embedded kubelets cannot pull it either. */
const MISSING = /(?:^|-)missing$/;

interface Template {
  readonly spec?: {
    readonly containers?: readonly { readonly image: string }[];
    readonly initContainers?: readonly { readonly image: string }[];
  };
}

/** An image and since when something has run it. */
export interface UsedImage {
  /** With the host of its registry. */
  readonly repository: string;
  readonly tag: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** Every image with a tag that the clusters run or ran. */
export function imagesInUse(clusters: readonly DemoCluster[]): UsedImage[] {
  return clusters
    .flatMap(cluster =>
      KINDS.flatMap(([apiVersion, kind]) => cluster.list(apiVersion, kind)),
    )
    .flatMap(object => {
      const since = Date.parse(object.metadata.creationTimestamp ?? '');
      return imagesOf(object).flatMap(image => {
        const [, repository, tag] =
          /^([^@]+):([^:/@]+)(?:@.*)?$/.exec(image) ?? [];
        return tag === undefined || MISSING.test(tag)
          ? []
          : [{ repository, tag, since }];
      });
    });
}

function imagesOf({ spec }: KubernetesObject): string[] {
  const { template, jobTemplate } = (spec ?? {}) as {
    template?: Template;
    jobTemplate?: { spec?: { template?: Template } };
  };
  const { containers = [], initContainers = [] } =
    (template ?? jobTemplate?.spec?.template)?.spec ?? {};
  return [...containers, ...initContainers].map(one => one.image);
}
