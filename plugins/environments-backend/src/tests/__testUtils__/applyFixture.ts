import { Baseline } from '../../clone';
import { FixtureName, loadBaseline } from '../../clone/__testUtils__/planCase';
import { ClusterDriver } from '../../drivers';
import { KubernetesObject } from '../../objects';
import { asApplied } from './asApplied';

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
    const { data, ...manifest } = asApplied(object);
    await (object.kind === 'Secret'
      ? driver.putSecret(manifest, valuesOf(object))
      : driver.apply({ ...manifest, data }));
  }
  return driver.baseline(namespace);
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
