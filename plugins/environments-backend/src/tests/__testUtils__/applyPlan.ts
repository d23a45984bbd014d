import { PlanResult } from '../../clone';
import { ClusterDriver, DriverError } from '../../drivers';

/** Applies everything of a plan in its order. @returns what was refused, word for word */
export async function applyPlan(
  driver: ClusterDriver,
  result: PlanResult,
): Promise<string[]> {
  const refused: string[] = [];
  for (const { object } of result.manifests) {
    const copy = result.secretCopies.find(
      one => object.kind === 'Secret' && one.name === object.metadata.name,
    );
    try {
      await (copy ? driver.copySecret(copy, object) : driver.apply(object));
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
