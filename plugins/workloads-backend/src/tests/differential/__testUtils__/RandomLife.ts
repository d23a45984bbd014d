import { WorldWriter } from './WorldWriter';

const NAMES = ['pricing', 'risk', 'orders', 'ledger', 'gateway'] as const;

/** Troubles that the pods of both kinds of cluster play. */
const TROUBLES = [
  undefined,
  undefined,
  'out-of-memory',
  'image-missing',
  'not-ready',
  'crash',
] as const;

/** From 0 to below 1. */
type Random = () => number;

/**
 * The life of one namespace: releases, scalings, restarts, troubles, things that come and go, in an order that only the
 * random source decides.
 */
export class RandomLife {
  readonly #writer: WorldWriter;
  readonly #namespace: string;
  readonly #random: Random;
  #releases = 0;

  static create(
    writer: WorldWriter,
    namespace: string,
    random: Random,
  ): RandomLife {
    return new RandomLife(writer, namespace, random);
  }

  private constructor(writer: WorldWriter, namespace: string, random: Random) {
    this.#writer = writer;
    this.#namespace = namespace;
    this.#random = random;
  }

  async begin(): Promise<void> {
    await this.#writer.create('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: this.#namespace },
    });
  }

  /** @returns what was done, for a failure to be understood */
  async act(): Promise<string> {
    const actions = [
      () => this.#put('apps/v1', 'Deployment'),
      () => this.#put('apps/v1', 'Deployment'),
      () => this.#put('apps/v1', 'StatefulSet'),
      () => this.#put('apps/v1', 'DaemonSet'),
      () => this.#put('batch/v1', 'Job'),
      () => this.#put('batch/v1', 'CronJob'),
      () => this.#autoscale(),
      () => this.#change('deployments', { spec: { replicas: this.#upTo(5) } }),
      () => this.#change('statefulsets', { spec: { replicas: this.#upTo(4) } }),
      () => this.#change('deployments', this.#release()),
      () => this.#change('deployments', this.#release()),
      () => this.#change('statefulsets', this.#release()),
      () => this.#change('daemonsets', this.#release()),
      () =>
        this.#change('deployments', { spec: { paused: this.#random() < 0.5 } }),
      () =>
        this.#change('deployments', {
          metadata: { labels: { round: String(this.#upTo(9)) } },
        }),
      () => this.#remove(this.#pick(['deployments', 'statefulsets'])),
      () => this.#remove(this.#pick(['daemonsets', 'jobs', 'cronjobs'])),
    ];
    return this.#pick(actions)();
  }

  async #put(apiVersion: string, kind: string): Promise<string> {
    const name = this.#pick(NAMES);
    const plural = `${kind.toLocaleLowerCase('en-US')}s`;
    await this.#writer.create(this.#list(plural), {
      apiVersion,
      kind,
      metadata: {
        name,
        namespace: this.#namespace,
        labels: { 'app.kubernetes.io/name': name },
      },
      spec: this.#specOf(kind, name),
    });
    return `create ${plural}/${name}`;
  }

  #specOf(kind: string, name: string): object {
    const labels = { app: `${name}-${kind.toLocaleLowerCase('en-US')}` };
    const selector = { matchLabels: labels };
    const template = this.#template(labels);
    const job = {
      backoffLimit: 1,
      template: {
        ...template,
        spec: { ...template.spec, restartPolicy: 'Never' },
      },
    };
    switch (kind) {
      case 'Job':
        return job;
      case 'CronJob':
        return { schedule: '* * * * *', jobTemplate: { spec: job } };
      case 'DaemonSet':
        return { selector, template };
      case 'StatefulSet':
        return {
          selector,
          template,
          replicas: this.#upTo(3),
          serviceName: name,
        };
      default:
        return { selector, template, replicas: this.#upTo(4) };
    }
  }

  #template(labels: object) {
    const trouble = this.#pick(TROUBLES);
    return {
      metadata: {
        labels,
        annotations: trouble && {
          'demo.domaindeck.io/behaviour': trouble,
          'demo.domaindeck.io/behaviour-pods': '1',
        },
      },
      spec: {
        containers: [
          {
            name: 'app',
            image: `registry.example.com/app:1.0.${this.#upTo(9)}`,
            resources: { requests: { cpu: '100m' } },
          },
        ],
      },
    };
  }

  #release(): object {
    this.#releases += 1;
    return {
      spec: {
        template: {
          spec: {
            containers: [
              {
                name: 'app',
                image: `registry.example.com/app:2.0.${this.#releases}`,
              },
            ],
          },
        },
      },
    };
  }

  async #autoscale(): Promise<string> {
    const name = this.#pick(NAMES);
    await this.#writer.create(this.#list('horizontalpodautoscalers'), {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name, namespace: this.#namespace },
      spec: {
        minReplicas: 1,
        maxReplicas: 3,
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: 70 },
            },
          },
        ],
      },
    });
    return `create horizontalpodautoscalers/${name}`;
  }

  async #change(plural: string, body: object): Promise<string> {
    const name = this.#pick(NAMES);
    await this.#writer.patch(`${this.#list(plural)}/${name}`, body);
    return `patch ${plural}/${name} ${JSON.stringify(body)}`;
  }

  async #remove(plural: string): Promise<string> {
    const name = this.#pick(NAMES);
    await this.#writer.remove(
      `${this.#list(plural)}/${name}?propagationPolicy=Background`,
    );
    return `delete ${plural}/${name}`;
  }

  #list(plural: string): string {
    const group =
      {
        jobs: 'batch/v1',
        cronjobs: 'batch/v1',
        horizontalpodautoscalers: 'autoscaling/v2',
      }[plural] ?? 'apps/v1';
    return `/apis/${group}/namespaces/${this.#namespace}/${plural}`;
  }

  #pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.#random() * items.length)];
  }

  #upTo(limit: number): number {
    return Math.floor(this.#random() * (limit + 1));
  }
}
