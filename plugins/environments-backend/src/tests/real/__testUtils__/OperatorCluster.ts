import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  ControlPlane,
  RealCluster,
  startControlPlane,
  waitUntil,
} from '@domaindeck/control-plane';
import { ClusterWrite } from '@domaindeck/backstage-plugin-workloads-node';
import { probeGuard } from '../../../drivers';
import {
  ConnectedDriver,
  connectDriver,
} from '../../__testUtils__/connectDriver';
import { versionsOf } from '../../__testUtils__/versionsOf';

const OWN = '@domaindeck/backstage-plugin-environments-backend';
const VIEW = resolvePackagePath(
  '@domaindeck/backstage-plugin-workloads-backend',
  'manifests/view.yaml',
);
/** The rights that environments need. */
export const RIGHTS = resolvePackagePath(OWN, 'manifests/environments.yaml');
/** The admission policy. */
export const GUARD = resolvePackagePath(OWN, 'manifests/guard.yaml');

const API_GROUP = 'rbac.authorization.k8s.io';
export const RBAC = `/apis/${API_GROUP}/v1`;
const ACCOUNTS = '/api/v1/namespaces/domaindeck/serviceaccounts';

/** A real cluster into which an operator brings the manifests. */
export class OperatorCluster {
  readonly #plane: ControlPlane;
  readonly #cluster: RealCluster;
  readonly #opened: ConnectedDriver[] = [];
  /** Who may do everything. */
  readonly admin: ConnectedDriver;

  /** With the account of the portal and its rights, and without the guard. */
  static async start(): Promise<OperatorCluster> {
    const plane = await startControlPlane({ clusters: ['dev-1'], nodes: 1 });
    const [cluster] = plane.clusters;
    await cluster.apply(VIEW);
    await cluster.apply(RIGHTS);
    return new OperatorCluster(plane, cluster);
  }

  private constructor(plane: ControlPlane, cluster: RealCluster) {
    this.#plane = plane;
    this.#cluster = cluster;
    this.admin = this.#connect(cluster.tokens.admin);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#opened.map(each => each.connection.close()));
    await this.#plane.stop();
  }

  /** Installs the admission policy and waits until it holds for an account. */
  async installGuard(account: ConnectedDriver): Promise<void> {
    await this.#cluster.apply(GUARD);
    await waitUntil(
      async () =>
        (await probeGuard(account.driver)) === 'installed' ? true : undefined,
      {
        limit: 20_000,
        interval: 100,
        otherwise: () => 'the guard is not heard',
      },
    );
  }

  /** Writes as the administrator. @returns the object */
  async write(request: ClusterWrite): Promise<unknown> {
    const { status, text } = await this.admin.connection.write(request);
    if (status >= 300) {
      throw new Error(`${request.method} ${request.path}: ${status} ${text}`);
    }
    return JSON.parse(text);
  }

  /** Signs in as a service account of the portal's namespace. */
  async accountOf(name: string): Promise<ConnectedDriver> {
    const { status } = (await this.write({
      method: 'POST',
      path: `${ACCOUNTS}/${name}/token`,
      body: {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: {},
      },
    })) as { status: { token: string } };
    return this.#connect(status.token);
  }

  /** Makes a service account with a ClusterRole and no other right. */
  async newAccount(name: string, role: string): Promise<ConnectedDriver> {
    const body = { metadata: { name } };
    await this.write({ method: 'POST', path: ACCOUNTS, body });
    await this.bind(name, role);
    return this.accountOf(name);
  }

  async bind(account: string, role: string): Promise<void> {
    await this.write({
      method: 'POST',
      path: `${RBAC}/clusterrolebindings`,
      body: {
        metadata: { name: `${account}-${role}` },
        roleRef: { apiGroup: API_GROUP, kind: 'ClusterRole', name: role },
        subjects: [
          { kind: 'ServiceAccount', name: account, namespace: 'domaindeck' },
        ],
      },
    });
  }

  /** What of a namespace changes when somebody changes something in it. */
  async versions(namespace: string): Promise<string[]> {
    return versionsOf(await this.admin.driver.list(namespace));
  }

  #connect(token: string): ConnectedDriver {
    const connected = connectDriver(this.#cluster, token);
    this.#opened.push(connected);
    return connected;
  }
}
