import { PlanResult } from '../../clone';
import { ClusterDriver, DriverError } from '../../drivers';
import { objectKey } from '../../objects';

/**
 * Applies everything of a plan in its order.
 *
 * @param applied - hashes by object of what lies there already; it is passed over and the rest added
 * @returns what was refused, word for word
 */
export async function applyPlan(
  driver: ClusterDriver,
  result: PlanResult,
  applied = new Map<string, string>(),
): Promise<string[]> {
  const refused: string[] = [];
  for (const { object, hash } of result.manifests) {
    if (applied.get(objectKey(object)) === hash) {
      continue;
    }
    const copy = result.secretCopies.find(
      one => object.kind === 'Secret' && one.name === object.metadata.name,
    );
    try {
      await (copy ? driver.copySecret(copy, object) : driver.apply(object));
      applied.set(objectKey(object), hash);
    } catch (error) {
      if (!(error instanceof DriverError)) {
        throw error;
      }
      const { kind, metadata } = object;
      refused.push(
        `${kind} ${metadata.name}: ${error.status} ${error.message}`,
      );
    }
  }
  return refused;
}
