import { Body } from './Body';
import { ContractScene, status } from './ContractScene';

const SLOW = 60_000;

/** What a namespace may hold, and what a pod gets that does not say what it needs. */
export function describeQuotas(scene: ContractScene): void {
  const root = `/api/v1/namespaces/${scene.namespace}`;

  /** A pod that no node takes, so that no kubelet changes what it costs. */
  const pod = (name: string, resources?: unknown) => ({
    metadata: { name, labels: { contract: 'quotas' } },
    spec: {
      nodeSelector: { none: 'such' },
      containers: [
        {
          name: 'app',
          image: 'example.com/a:1',
          ...(resources !== undefined && { resources }),
        },
      ],
    },
  });

  const create = async (resource: string, body: unknown) =>
    scene.client.post(`${root}/${resource}`, body);

  /** Real controllers count a moment later. */
  const until = async (path: string, wanted: (body: Body) => boolean) => {
    for (;;) {
      const { body } = await scene.client.get(path);
      if (wanted(body)) {
        return body;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  };

  const quota = async (name: string, hard: Record<string, string>) => {
    await create('resourcequotas', { metadata: { name }, spec: { hard } });
    return until(
      `${root}/resourcequotas/${name}`,
      body => (body.status as { hard?: unknown }).hard !== undefined,
    );
  };

  const usedOf = async (name: string) =>
    (
      (await scene.client.get(`${root}/resourcequotas/${name}`)).body
        .status as Record<string, unknown>
    ).used;

  const remove = (path: string) =>
    scene.client.call('DELETE', `${root}/${path}`, {
      body: { gracePeriodSeconds: 0 },
    });

  const refusal = (resource: string, name: string, message: string) =>
    status(403, 'Forbidden', `${resource} "${name}" is forbidden: ${message}`, {
      name,
      kind: resource,
    });

  // A controller makes the account that pods need; it comes a moment after the namespace.
  beforeAll(async () => {
    await create('serviceaccounts', { metadata: { name: 'default' } });
  });

  it(
    'refuses what a quota has no room for and counts what goes',
    async () => {
      const made = await quota('sized', {
        pods: '2',
        'requests.cpu': '1',
        'limits.memory': '1Gi',
      });
      expect(made.status).toEqual({
        hard: { pods: '2', 'requests.cpu': '1', 'limits.memory': '1Gi' },
        used: { pods: '0', 'requests.cpu': '0', 'limits.memory': '0' },
      });
      const silent = await create('pods', pod('silent'));
      expect(silent.body).toEqual(
        refusal(
          'pods',
          'silent',
          'failed quota: sized: must specify limits.memory for: app; requests.cpu for: app',
        ),
      );
      const resources = (cpu: string, memory: string) => ({
        requests: { cpu },
        limits: { memory },
      });
      const first = await create('pods', pod('one', resources('0.3', '256Mi')));
      expect(first.status).toBe(201);
      expect(await usedOf('sized')).toEqual({
        pods: '1',
        'requests.cpu': '300m',
        'limits.memory': '256Mi',
      });
      const large = await create(
        'pods',
        pod('large', resources('800m', '2Gi')),
      );
      expect(large.body).toEqual(
        refusal(
          'pods',
          'large',
          'exceeded quota: sized, requested: limits.memory=2Gi,requests.cpu=800m, used: limits.memory=256Mi,requests.cpu=300m, limited: limits.memory=1Gi,requests.cpu=1',
        ),
      );
      await create('pods', pod('two', resources('700m', '256Mi')));
      const third = await create('pods', pod('three', resources('0', '1Mi')));
      expect(third.body.message).toBe(
        'pods "three" is forbidden: exceeded quota: sized, requested: pods=1, used: pods=2, limited: pods=2',
      );
      await remove('pods/one');
      await until(`${root}/resourcequotas/sized`, body => {
        const { used } = body.status as { used: Record<string, string> };
        return used.pods === '1' && used['requests.cpu'] === '700m';
      });
      const again = await create('pods', pod('three', resources('0', '1Mi')));
      expect(again.status).toBe(201);
      await remove('pods/two');
      await remove('pods/three');
      await remove('resourcequotas/sized');
    },
    SLOW,
  );

  it(
    'counts objects of any kind',
    async () => {
      await quota('counting', {
        'count/deployments.apps': '1',
        secrets: '1',
        persistentvolumeclaims: '2',
        'requests.storage': '1Gi',
        'services.loadbalancers': '0',
        'services.nodeports': '0',
      });
      const { secrets } = (await usedOf('counting')) as { secrets: string };
      expect(secrets).toBe('0');
      await create('secrets', { metadata: { name: 'a' } });
      const secret = await create('secrets', { metadata: { name: 'b' } });
      expect(secret.body).toEqual(
        refusal(
          'secrets',
          'b',
          'exceeded quota: counting, requested: secrets=1, used: secrets=1, limited: secrets=1',
        ),
      );
      const claim = await create('persistentvolumeclaims', {
        metadata: { name: 'a' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '2Gi' } },
        },
      });
      expect(claim.body.message).toBe(
        'persistentvolumeclaims "a" is forbidden: exceeded quota: counting, requested: requests.storage=2Gi, used: requests.storage=0, limited: requests.storage=1Gi',
      );
      const open = await create('services', {
        metadata: { name: 'a' },
        spec: { type: 'NodePort', ports: [{ port: 80 }] },
      });
      expect(open.body.message).toBe(
        'services "a" is forbidden: exceeded quota: counting, requested: services.nodeports=1, used: services.nodeports=0, limited: services.nodeports=0',
      );
      const dry = await scene.client.post(`${root}/secrets?dryRun=All`, {
        metadata: { name: 'b' },
      });
      expect(dry.status).toBe(403);
      await remove('resourcequotas/counting');
    },
    SLOW,
  );

  it(
    'gives pods what their namespace says and holds them to it',
    async () => {
      await create('limitranges', {
        metadata: { name: 'bounds' },
        spec: {
          limits: [
            {
              type: 'Container',
              max: { memory: '512Mi' },
              default: { memory: '256Mi' },
              defaultRequest: { memory: '64Mi', cpu: '50m' },
            },
            { type: 'PersistentVolumeClaim', max: { storage: '1Gi' } },
          ],
        },
      });
      // The real server reads LimitRanges from a cache.
      await new Promise(resolve => setTimeout(resolve, 1000));
      const filled = await create('pods', pod('filled'));
      expect(filled.body.metadata).toMatchObject({
        annotations: {
          'kubernetes.io/limit-ranger':
            'LimitRanger plugin set: cpu, memory request for container app; memory limit for container app',
        },
      });
      expect(filled.body.spec).toMatchObject({
        containers: [
          {
            resources: {
              limits: { memory: '256Mi' },
              requests: { cpu: '50m', memory: '64Mi' },
            },
          },
        ],
      });
      const large = await create(
        'pods',
        pod('large', { limits: { memory: '1Gi' } }),
      );
      expect(large.body).toMatchObject({
        code: 403,
        message: expect.stringContaining(
          'maximum memory usage per Container is 512Mi, but limit is 1Gi',
        ),
      });
      const torn = await create(
        'pods',
        pod('torn', { requests: { memory: '300Mi' } }),
      );
      expect(torn.body).toMatchObject({
        code: 422,
        message:
          'Pod "torn" is invalid: spec.containers[0].resources.requests: Invalid value: "300Mi": must be less than or equal to memory limit of 256Mi',
      });
      const claim = await create('persistentvolumeclaims', {
        metadata: { name: 'large' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '2Gi' } },
        },
      });
      expect(claim.body).toEqual(
        refusal(
          'persistentvolumeclaims',
          'large',
          'maximum storage usage per PersistentVolumeClaim is 1Gi, but request is 2Gi',
        ),
      );
      await remove('pods/filled');
      await remove('limitranges/bounds');
    },
    SLOW,
  );

  it(
    'lets a Deployment tell which quota its pods do not fit into',
    async () => {
      await quota('none', { pods: '0' });
      const made = await scene.client.post(scene.deployments, {
        metadata: { name: 'refused' },
        spec: {
          replicas: 1,
          selector: { matchLabels: { app: 'refused' } },
          template: {
            metadata: { labels: { app: 'refused' } },
            spec: { containers: [{ name: 'app', image: 'example.com/a:1' }] },
          },
        },
      });
      expect(made.status).toBe(201);
      const text =
        /^pods "refused-[a-z0-9]+-[a-z0-9]{5}" is forbidden: exceeded quota: none, requested: pods=1, used: pods=0, limited: pods=0$/;
      const conditionsOf = (body: Body) =>
        (body.status as { conditions?: Record<string, unknown>[] })
          .conditions ?? [];
      const body = await until(`${scene.deployments}/refused`, seen =>
        conditionsOf(seen).some(({ type }) => type === 'ReplicaFailure'),
      );
      expect(conditionsOf(body)).toContainEqual(
        expect.objectContaining({
          type: 'ReplicaFailure',
          status: 'True',
          reason: 'FailedCreate',
          message: expect.stringMatching(text),
        }),
      );
      const events = await scene.client.get(`${root}/events`);
      expect(events.body.items).toContainEqual(
        expect.objectContaining({
          type: 'Warning',
          reason: 'FailedCreate',
          involvedObject: expect.objectContaining({ kind: 'ReplicaSet' }),
          message: expect.stringMatching(
            /^Error creating: pods "refused-[a-z0-9-]+" is forbidden: exceeded quota: none/,
          ),
        }),
      );
      await remove('resourcequotas/none');
      // It is tried again by itself.
      await until(`${scene.deployments}/refused`, seen =>
        conditionsOf(seen).every(({ type }) => type !== 'ReplicaFailure'),
      );
    },
    SLOW,
  );
}
