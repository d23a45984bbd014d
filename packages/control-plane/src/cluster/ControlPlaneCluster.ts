import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ToolCache } from '../build/toolCache';
import { ClusterKeeper } from '../keeper/ClusterKeeper';
import { createFrontProxy } from '../metricsServer/createFrontProxy';
import { metricsApi } from '../metricsServer/metricsApi';
import { metricsServerParameters } from '../metricsServer/metricsServerParameters';
import { renderUsage } from '../metricsServer/renderUsage';
import { ManagedProcess } from '../process/ManagedProcess';
import { ProcessGuard } from '../process/ProcessGuard';
import { waitUntil } from '../process/waitUntil';
import { nodeManifest } from '../world/nodeManifest';
import { accountRoles } from '../world/accountRoles';
import { readManifests } from '../world/readManifests';
import { ClusterTokens, createTokens } from './accounts';
import { compactEtcd } from './compactEtcd';
import { KubernetesClient } from './KubernetesClient';
import {
  apiServerParameters,
  ClusterFiles,
  ClusterPorts,
  controllerManagerParameters,
  etcdParameters,
  FrontProxyFiles,
  kwokParameters,
  schedulerParameters,
} from './programParameters';
import { AuditedRequest, readAudited } from './readAudited';
import { renderKubeconfig } from './renderKubeconfig';
import { ContainerLog, renderLogs } from './renderLogs';
import { renderStages } from './renderStages';
import { writeClusterFiles } from './writeClusterFiles';

/** Milliseconds that a program may take to answer; seconds as a rule, but clusters may start side by side. */
const startLimit = 120_000;

/** What a cluster is made from. */
export interface ControlPlaneClusterOptions {
  readonly name: string;
  /** Everything that the cluster writes lies in here. */
  readonly folder: string;
  readonly tools: ToolCache;
  readonly ports: ClusterPorts;
  readonly guard: ProcessGuard;
  readonly nodes: number;
  readonly logs: readonly ContainerLog[];
  /** The program that serves metrics.k8s.io; not served without it. */
  readonly metricsServer?: string;
}

/**
 * One real cluster: etcd, kube-apiserver, controller manager, scheduler, and kwok as its kubelets.
 */
export class ControlPlaneCluster {
  readonly name: string;
  readonly url: string;
  readonly tokens: ClusterTokens;
  readonly folder: string;
  readonly #options: ControlPlaneClusterOptions;
  readonly #files: ClusterFiles;
  /** In the order of the start. */
  readonly #processes: ManagedProcess[] = [];
  #frontProxy: FrontProxyFiles | undefined;
  #ca = '';
  #client: KubernetesClient | undefined;
  #keeper: ClusterKeeper | undefined;

  private constructor(options: ControlPlaneClusterOptions) {
    const { name, folder, ports } = options;
    this.name = name;
    this.folder = folder;
    this.url = `https://127.0.0.1:${ports.apiServer}`;
    this.tokens = createTokens();
    this.#options = options;
    this.#files = {
      etcdData: join(folder, 'etcd'),
      certificates: join(folder, 'certificates'),
      tokens: join(folder, 'tokens.csv'),
      serviceAccountKey: join(folder, 'service-account.key'),
      serviceAccountPublicKey: join(folder, 'service-account.pub'),
      kubeconfig: join(folder, 'kubeconfig'),
      stages: join(folder, 'stages.yaml'),
      auditPolicy: join(folder, 'audit-policy.yaml'),
      auditLog: join(folder, 'audit.log'),
    };
  }

  /**
   * Starts the programs in their order and creates nodes and accounts; ready means that pods can run.
   * @throws Error with the end of the log of the program that did not come up; nothing is left running
   */
  static async start(
    options: ControlPlaneClusterOptions,
  ): Promise<ControlPlaneCluster> {
    const cluster = new ControlPlaneCluster(options);
    try {
      await cluster.#start();
      return cluster;
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  /** Certificate authority of the API server, PEM. */
  get ca(): string {
    return this.#ca;
  }

  /** @throws Error before the start and after the stop */
  get client(): KubernetesClient {
    if (!this.#client) {
      throw new Error(`Cluster ${this.name} is not running`);
    }
    return this.#client;
  }

  /** Process ids, in the order of the start. */
  get pids(): number[] {
    return this.#processes.map(process => process.pid);
  }

  /**
   * Creates the objects of a manifest file or folder; those that exist are left alone.
   * @returns how many objects the manifests hold
   */
  async apply(path: string): Promise<number> {
    const objects = readManifests(path);
    for (const object of objects) {
      await this.client.create(object);
    }
    return objects.length;
  }

  /** Requests for resources by the portal's account so far, in their order. */
  portalRequests(): AuditedRequest[] {
    const { auditLog } = this.#files;
    return existsSync(auditLog)
      ? readAudited(readFileSync(auditLog, 'utf8'))
      : [];
  }

  /**
   * Lets the cluster forget all earlier revisions: etcd is compacted and the API server starts again at its port, with
   * nothing in its memory. Watches and continue tokens of before are answered with 410.
   */
  async forgetHistory(): Promise<void> {
    await compactEtcd(this.#options.ports.etcd);
    const index = this.#processes.findIndex(
      ({ name }) => name === 'kube-apiserver',
    );
    // Asked to end, it would wait a minute for watches that never end.
    await this.#processes[index].kill();
    this.#client?.close();
    this.#processes[index] = await this.#spawn(
      'kube-apiserver',
      this.#apiServerParameters(),
    );
    await this.#waitUntilReady(this.client);
  }

  /** In the order that does not hang: whoever watches the API server first, then it, then etcd. */
  async stop(): Promise<void> {
    await this.#keeper?.stop();
    this.#keeper = undefined;
    for (const process of [...this.#processes].reverse()) {
      await process.stop();
    }
    this.#processes.length = 0;
    this.#client?.close();
    this.#client = undefined;
  }

  async #start(): Promise<void> {
    const { ports, metricsServer } = this.#options;
    writeClusterFiles(this.#files, this.tokens, this.#kubelets());
    if (metricsServer) {
      this.#frontProxy = await createFrontProxy(this.#files.certificates);
    }
    await this.#run('etcd', etcdParameters(ports, this.#files));
    await this.#run('kube-apiserver', this.#apiServerParameters());
    const client = await this.#connect();
    this.#client = client;
    await Promise.all([
      this.#run(
        'kube-controller-manager',
        controllerManagerParameters(ports, this.#files),
      ),
      this.#run('kube-scheduler', schedulerParameters(ports, this.#files)),
      this.#run('kwok', kwokParameters(ports, this.#files)),
    ]);
    await this.#furnish(client);
    if (metricsServer) {
      await this.#run(
        metricsServer,
        metricsServerParameters(ports, this.#files),
      );
      for (const object of metricsApi(ports.metricsServer)) {
        await client.create(object);
      }
    }
    this.#keeper = ClusterKeeper.start({
      client,
      onError: error => this.#note(`keeper: ${error.message}`),
    });
  }

  /** Stages, logs and, where it is told, use. */
  #kubelets(): string {
    const { logs, tools, metricsServer } = this.#options;
    const usage = metricsServer ? renderUsage() : '';
    return `${renderStages(tools.stages)}${renderLogs(logs)}${usage}`;
  }

  async #run(program: string, parameters: readonly string[]): Promise<void> {
    this.#processes.push(await this.#spawn(program, parameters));
  }

  #apiServerParameters(): string[] {
    const { ports } = this.#options;
    return apiServerParameters(ports, this.#files, this.#frontProxy);
  }

  /** @param program - one of the set's, or an absolute path */
  #spawn(
    program: string,
    parameters: readonly string[],
  ): Promise<ManagedProcess> {
    return ManagedProcess.start(
      resolve(this.#options.tools.bin, program),
      parameters,
      this.folder,
      this.#options.guard,
    );
  }

  /** Waits for the API server's own certificate, then for its `/readyz`. */
  async #connect(): Promise<KubernetesClient> {
    const certificate = join(this.#files.certificates, 'apiserver.crt');
    this.#ca = await waitUntil(
      async () => {
        this.#expectRunning();
        try {
          const text = readFileSync(certificate, 'utf8');
          return text.includes('END CERTIFICATE') ? text : undefined;
        } catch {
          return undefined;
        }
      },
      { limit: startLimit, interval: 200, otherwise: () => this.#complaint() },
    );
    writeFileSync(this.#files.kubeconfig, this.#kubeconfig(), { mode: 0o600 });
    const client = KubernetesClient.create({
      url: this.url,
      ca: this.#ca,
      token: this.tokens.admin,
    });
    await this.#waitUntilReady(client);
    return client;
  }

  async #waitUntilReady(client: KubernetesClient): Promise<void> {
    await waitUntil(
      async () => {
        this.#expectRunning();
        const answer = await client
          .send('GET', '/readyz')
          .catch(() => undefined);
        return answer?.text === 'ok' ? true : undefined;
      },
      {
        limit: startLimit,
        interval: 200,
        otherwise: () => this.#complaint(),
      },
    );
  }

  async #furnish(client: KubernetesClient): Promise<void> {
    for (const object of accountRoles) {
      await client.create(object);
    }
    const { kubernetesVersion } = this.#options.tools;
    for (let index = 1; index <= this.#options.nodes; index++) {
      await client.create(
        nodeManifest(`${this.name}-node-${index}`, kubernetesVersion),
      );
    }
    await waitUntil(
      async () => {
        this.#expectRunning();
        const nodes = await client.list('/api/v1/nodes');
        const accounts = await client.list(
          '/api/v1/namespaces/default/serviceaccounts',
        );
        return accounts.length > 0 &&
          nodes.every(
            node => (node.status as { phase?: string })?.phase === 'Running',
          )
          ? true
          : undefined;
      },
      { limit: startLimit, interval: 200, otherwise: () => this.#complaint() },
    );
  }

  #kubeconfig(): string {
    return renderKubeconfig([
      {
        name: this.name,
        url: this.url,
        ca: this.#ca,
        token: this.tokens.admin,
      },
    ]);
  }

  #expectRunning(): void {
    if (this.#processes.some(process => !process.running)) {
      throw new Error(this.#complaint());
    }
  }

  #complaint(): string {
    const ended = this.#processes.find(process => !process.running);
    const last = ended ?? this.#processes[this.#processes.length - 1];
    return `${last.name} of cluster ${this.name} ${
      ended ? 'ended' : 'is not ready in time'
    }; its log (${last.logFile}) ends with:\n${last.lastLines(15)}`;
  }

  #note(line: string): void {
    writeFileSync(join(this.folder, 'keeper.log'), `${line}\n`, { flag: 'a' });
  }
}
