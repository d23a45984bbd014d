import { ContractScene } from './ContractScene';
import { KubernetesContractTarget } from './KubernetesContractTarget';
import { describeApply } from './describeApply';
import { describeApplyRefusals } from './describeApplyRefusals';
import { describeDryRun } from './describeDryRun';
import { describeKinds } from './describeKinds';
import { describeNamespaces } from './describeNamespaces';
import { describeQuotas } from './describeQuotas';
import { describeAccess } from './describeAccess';
import { describeExpiry } from './describeExpiry';
import { describeDiscovery } from './describeDiscovery';
import { describeLogs } from './describeLogs';
import { describeLists } from './describeLists';
import { describeWatches } from './describeWatches';
import { describeCreation } from './describeCreation';
import { describeDeletion } from './describeDeletion';
import { describeUpdates } from './describeUpdates';

/**
 * Declares the tests of what the suite relies on in an API server. They hold for a real kube-apiserver and for the
 * embedded one alike, so that the demo cannot drift from the truth. They write into namespaces of their own making only,
 * and delete those at the end.
 *
 * @param name - of the server, for the report
 * @param connect - called once for each part, before its tests
 * @public
 */
export function describeKubernetesContract(
  name: string,
  connect: () => Promise<KubernetesContractTarget>,
): void {
  const parts: [string, (scene: ContractScene) => void][] = [
    ['discovery', describeDiscovery],
    ['access', describeAccess],
    ['lists', describeLists],
    ['watches', describeWatches],
    ['logs', describeLogs],
    ['creation', describeCreation],
    ['updates', describeUpdates],
    ['apply', describeApply],
    ['apply-refusals', describeApplyRefusals],
    ['kinds', describeKinds],
    ['dry-run', describeDryRun],
    ['deletion', describeDeletion],
    ['namespaces', describeNamespaces],
    ['quotas', describeQuotas],
    ['expiry', describeExpiry],
  ];
  describe(`${name} keeps the contract of a Kubernetes API server`, () => {
    for (const [part, declare] of parts) {
      describe(part, () => {
        const run = Math.floor(Math.random() * 1e9).toString(36);
        const scene = ContractScene.create(connect, `contract-${part}-${run}`);
        beforeAll(() => scene.open());
        afterAll(() => scene.close());
        declare(scene);
      });
    }
  });
}
