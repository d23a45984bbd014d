import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'undici';
import { monotonicMs } from '../monotonicMs';

/** A pod's log read once. */
export interface OneShot {
  /** Milliseconds until the first bytes and until all was there. */
  readonly firstMs: number;
  readonly ms: number;
  readonly lines: number;
}

async function measure(
  started: number,
  chunks: AsyncIterable<Buffer>,
): Promise<OneShot> {
  let firstMs: number | undefined;
  let lines = 0;
  for await (const chunk of chunks) {
    firstMs ??= monotonicMs() - started;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) {
      lines += 1;
    }
  }
  return { firstMs: firstMs ?? 0, ms: monotonicMs() - started, lines };
}

/** As `kubectl logs` reads it. @throws Error when kubectl fails */
export async function kubectlLogs(options: {
  readonly url: string;
  readonly token: string;
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}): Promise<OneShot> {
  const { url, token, namespace, pod, container } = options;
  const started = monotonicMs();
  const child = spawn(
    'kubectl',
    [
      ...['--kubeconfig=/dev/null', `--server=${url}`, `--token=${token}`],
      ...['-n', namespace, 'logs', pod, '-c', container, '--timestamps'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const errors: Buffer[] = [];
  child.stderr.on('data', data => errors.push(data));
  const ended = once(child, 'close');
  const figures = await measure(started, child.stdout);
  const [code] = await ended;
  if (code !== 0) {
    throw new Error(`kubectl logs: ${Buffer.concat(errors)}`);
  }
  return figures;
}

/** As the stock Kubernetes plugin reads it: once, through the proxy of its backend. */
export async function upstreamLogs(options: {
  readonly portal: string;
  readonly token: string;
  readonly cluster: string;
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}): Promise<OneShot> {
  const { portal, token, cluster, namespace, pod, container } = options;
  const started = monotonicMs();
  const { body, statusCode } = await request(
    `${portal}/api/kubernetes/proxy/api/v1/namespaces/${namespace}/pods/${pod}/log?container=${container}`,
    {
      headers: {
        authorization: `Bearer ${token}`,
        'backstage-kubernetes-cluster': cluster,
      },
    },
  );
  if (statusCode !== 200) {
    throw new Error(`The stock plugin answered ${statusCode}`);
  }
  return measure(started, body);
}
