import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Resolver } from 'node:dns/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAlone } from '../build/buildAlone';
import { Progress } from '../build/buildTools';
import { coreDnsModule } from '../build/toolModules';
import { freePorts } from '../process/freePorts';
import { ManagedProcess } from '../process/ManagedProcess';
import { ProcessGuard } from '../process/ProcessGuard';
import { waitUntil } from '../process/waitUntil';

/**
 * A running CoreDNS that answers for the Services of one cluster.
 * @public
 */
export interface RealCoreDns {
  /** Where a name leads: the name itself, then each alias on the way to an address. @throws when there is no such name */
  aliases(name: string): Promise<string[]>;
  /** The addresses of a name. @throws when there is no such name */
  addresses(name: string): Promise<string[]>;
  /** Ends it and removes what it wrote. */
  stop(): Promise<void>;
}

/**
 * Which cluster to answer for.
 * @public
 */
export interface StartCoreDnsOptions {
  /** File with a context per cluster, as a control plane gives it. */
  readonly kubeconfig: string;
  readonly cluster: string;
  /** `cluster.local` unless told. */
  readonly clusterDomain?: string;
  /** Folder of built programs, see `openToolCache`. */
  readonly cacheHome?: string;
  readonly progress?: Progress;
}

/** Milliseconds; it takes some 2 s on a quiet machine. */
const START = { limit: 60_000, interval: 200 };

/**
 * Starts a real CoreDNS on a free loopback port, building it where it is missing. It does not outlive this process.
 * @throws NotFoundError when it is missing and there is no Go; Error with its log when it does not start
 * @public
 */
export async function startCoreDns(
  options: StartCoreDnsOptions,
): Promise<RealCoreDns> {
  const program = await buildAlone(coreDnsModule, options);
  const { kubeconfig, cluster, clusterDomain = 'cluster.local' } = options;
  const folder = mkdtempSync(join(tmpdir(), 'domaindeck-coredns-'));
  const guard = ProcessGuard.create(folder);
  const [port] = await freePorts(1);
  const file = join(folder, 'Corefile');
  writeFileSync(
    file,
    [
      `.:${port} {`,
      '  bind 127.0.0.1',
      `  kubernetes ${clusterDomain} {`,
      `    kubeconfig ${kubeconfig} ${cluster}`,
      '    ttl 0',
      '  }',
      '  errors',
      '}',
      '',
    ].join('\n'),
  );
  const running = await ManagedProcess.start(
    program,
    ['-conf', file],
    folder,
    guard,
  );
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  resolver.setServers([`127.0.0.1:${port}`]);
  const stop = async () => {
    resolver.cancel();
    await running.stop();
    await guard.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitUntil(
      async () => {
        if (!running.running) {
          throw new Error(`CoreDNS ended: ${running.lastLines(5)}`);
        }
        return resolver
          .resolve4(`kubernetes.default.svc.${clusterDomain}`)
          .then(
            () => true,
            () => undefined,
          );
      },
      {
        ...START,
        otherwise: () => `CoreDNS does not answer: ${running.lastLines(5)}`,
      },
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    aliases: async name => {
      const names = [name];
      for (;;) {
        const [next] = await resolver
          .resolveCname(names[names.length - 1])
          .catch((error: { code?: string }) => {
            // A name that leads to an address has no alias.
            if (error.code === 'ENODATA') {
              return [];
            }
            throw error;
          });
        if (next === undefined) {
          return names;
        }
        names.push(next);
      }
    },
    addresses: name => resolver.resolve4(name),
    stop,
  };
}
