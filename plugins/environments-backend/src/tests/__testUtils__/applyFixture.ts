import { Baseline, BASELINE_KINDS } from '../../clone';
import { FixtureName, loadBaseline } from '../../clone/__testUtils__/planCase';
import { ClusterDriver, DriverError } from '../../drivers';
import { kindOf } from '../../drivers/api/APPLIED_KINDS';
import { at, groupOf, KubernetesObject } from '../../objects';
import { asApplied } from './asApplied';

/**
 * Fills a namespace with a fixture, as a company's delivery would.
 * @returns what the cluster holds of it once its controllers have made the claims of its StatefulSets
 */
export function applyFixture(
  driver: ClusterDriver,
  name: FixtureName,
): Promise<Baseline> {
  return applyBaseline(driver, loadBaseline(name));
}

/** Fills a namespace with objects, as a company's delivery would. */
export async function applyBaseline(
  driver: ClusterDriver,
  { namespace, objects }: Baseline,
): Promise<Baseline> {
  if (namespace !== 'default') {
    await driver.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    });
  }
  for (const object of objects.filter(isRead)) {
    const { data, ...manifest } = asApplied(object);
    try {
      await (object.kind === 'Secret'
        ? driver.putSecret(manifest, valuesOf(object))
        : driver.apply({ ...manifest, data }));
    } catch (error) {
      if (!isMissingKind(error, object)) {
        throw error;
      }
    }
  }
  const claims = objects.flatMap(claimsOf);
  for (;;) {
    const baseline = await driver.baseline(namespace);
    const held = baseline.objects
      .filter(({ kind }) => kind === 'PersistentVolumeClaim')
      .map(({ metadata }) => metadata.name);
    if (claims.every(claim => held.includes(claim))) {
      return baseline;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** What nobody reads of a baseline, such as its EndpointSlices, need not be there. */
function isRead(object: KubernetesObject): boolean {
  // The cluster makes this one itself.
  const isServer =
    object.kind === 'Service' && object.metadata.name === 'kubernetes';
  return (
    !isServer &&
    BASELINE_KINDS.some(
      one =>
        one.group === groupOf(object.apiVersion) && one.kind === object.kind,
    )
  );
}

/** A route of a gateway where the cluster has no gateways. */
function isMissingKind(error: unknown, { apiVersion, kind }: KubernetesObject) {
  return (
    error instanceof DriverError &&
    error.status === 404 &&
    kindOf(groupOf(apiVersion), kind).optional === true
  );
}

/** Names of the claims that a controller makes for the first pod of a StatefulSet. */
function claimsOf(object: KubernetesObject): string[] {
  const templates = at(object, 'spec', 'volumeClaimTemplates');
  return Array.isArray(templates) && at(object, 'spec', 'replicas') !== 0
    ? templates.map(
        template =>
          `${at(template, 'metadata', 'name')}-${object.metadata.name}-0`,
      )
    : [];
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
