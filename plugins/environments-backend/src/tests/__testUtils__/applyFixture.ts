import { Baseline } from '../../clone';
import { FixtureName, loadBaseline } from '../../clone/__testUtils__/planCase';
import { ClusterDriver } from '../../drivers';
import { at, KubernetesObject } from '../../objects';

/** Fills a namespace with a fixture, as a company's delivery would. @returns what the cluster holds of it then */
export async function applyFixture(
  driver: ClusterDriver,
  name: FixtureName,
): Promise<Baseline> {
  const { namespace, objects } = loadBaseline(name);
  await driver.create({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace },
  });
  for (const object of objects) {
    const manifest = asApplied(object);
    await (object.kind === 'Secret'
      ? driver.putSecret(manifest, valuesOf(object))
      : driver.apply(manifest));
  }
  return driver.baseline(namespace);
}

/** A fixture's object as a person would apply it: without what a cluster has written. */
function asApplied(object: KubernetesObject): KubernetesObject {
  const { status: _status, data, ...rest } = object;
  const { name, namespace, labels, annotations } = object.metadata;
  const address = at(object, 'spec', 'clusterIP');
  return {
    ...rest,
    metadata: { name, namespace, labels, annotations },
    ...(object.kind === 'Secret' ? {} : { data }),
    ...(object.kind === 'Service'
      ? {
          spec: {
            ...object.spec,
            // Another cluster has other addresses.
            clusterIP: address === 'None' ? 'None' : '',
            clusterIPs: [],
          },
        }
      : {}),
  } as KubernetesObject;
}

/** Every key of a Secret with a value that its type takes. */
function valuesOf(secret: KubernetesObject): Record<string, string> {
  return Object.fromEntries(
    Object.keys((secret.data as object) ?? {}).map(key => [
      key,
      key === '.dockerconfigjson' ? '{"auths":{}}' : `value of ${key}`,
    ]),
  );
}
