import { PodSpec, Volume } from '../../objects';
import { accountOf, BaselineIndex, pullSecretsOf } from '../traverse';

const TOKEN = 'kubernetes.io/service-account-token';

/** Names of a token's files, and what gives the same in any namespace. */
const TOKEN_FILES: Readonly<Record<string, (path: string) => object>> = {
  token: path => ({ serviceAccountToken: { path } }),
  'ca.crt': path => ({
    configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path }] },
  }),
  namespace: path => ({
    downwardAPI: {
      items: [{ path, fieldRef: { fieldPath: 'metadata.namespace' } }],
    },
  }),
};

/**
 * Gives a pod what the baseline's namespace gives its own by itself: Secrets of the default account to pull images with,
 * and a token of its account in place of one that lies in a Secret of the baseline.
 */
export function withOwnPlace(spec: PodSpec, index: BaselineIndex): PodSpec {
  const pull = pullSecretsOf(index.get('', 'ServiceAccount', 'default'));
  const pulls =
    accountOf(spec) === 'default' &&
    pull.length > 0 &&
    (spec.imagePullSecrets ?? []).length === 0;
  return {
    ...spec,
    ...(pulls ? { imagePullSecrets: pull.map(name => ({ name })) } : {}),
    ...(spec.volumes
      ? { volumes: spec.volumes.map(volume => withOwnToken(volume, index)) }
      : {}),
  };
}

function withOwnToken(volume: Volume, index: BaselineIndex): Volume {
  const { secretName, items, defaultMode } = volume.secret ?? {};
  const secret = secretName && index.get('', 'Secret', secretName);
  if (!secret || secret.type !== TOKEN) {
    return volume;
  }
  const files = Array.isArray(items)
    ? (items as { key: string; path: string }[])
    : Object.keys(TOKEN_FILES).map(key => ({ key, path: key }));
  return {
    name: volume.name,
    projected: {
      ...(defaultMode === undefined ? {} : { defaultMode }),
      sources: files
        .filter(({ key }) => Object.hasOwn(TOKEN_FILES, key))
        .map(({ key, path }) => ({ ...TOKEN_FILES[key](path) })),
    },
  };
}
