import { readdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { InputError } from '@backstage/errors';

/** What was asked for on the command line. */
export interface CommandOptions {
  readonly command:
    | 'build'
    | 'start'
    | 'supervise'
    | 'status'
    | 'stop'
    | 'record';
  /** Cluster names. */
  readonly clusters: readonly string[];
  readonly nodes: number;
  /** Folder with a folder of manifests per cluster. */
  readonly world: string | undefined;
  /** Where to put a copy of the kubeconfig. */
  readonly kubeconfig: string | undefined;
  /** Where recordings are written. */
  readonly into: string;
  /** Names of the troubles to record; all when there are none. */
  readonly only: readonly string[];
  /** Where this set of clusters lives while it runs; short, since a socket's path may have 107 bytes only. */
  readonly folder: string;
}

/** Printed when the command line cannot be read. */
export const usage = `Usage: yarn control-plane <command>
  build                     builds what is missing into the cache
  start [--clusters 3]      starts clusters and writes one kubeconfig with a context for each
        [--clusters dev-1,test-1] [--world <folder>]
                            names them and loads <folder>/<name>/*.yaml into each
        [--nodes 3] [--kubeconfig <file>]
  status                    says what runs
  stop                      ends everything that start began
  record --into <folder> [--only quota,volume]
                            lets a cluster make the troubles of troubles/ and writes its objects as JSON
  [--name <name>]           another set of clusters beside the first`;

const commands = [
  'build',
  'start',
  'supervise',
  'status',
  'stop',
  'record',
] as const;

function count(value: string, option: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 50) {
    throw new InputError(
      `--${option} must be a whole number from 1 to 50, not "${value}"`,
    );
  }
  return number;
}

function readClusters(value: string, world: string | undefined): string[] {
  if (!/^\d+$/.test(value)) {
    const names = value.split(',');
    const wrong = names.find(
      name => !/^[a-z0-9]([a-z0-9-]{0,40}[a-z0-9])?$/.test(name),
    );
    if (wrong !== undefined) {
      throw new InputError(
        `--clusters names "${wrong}"; a name has lower-case letters, digits and dashes`,
      );
    }
    return names;
  }
  const wanted = count(value, 'clusters');
  if (!world) {
    return Array.from({ length: wanted }, (_, index) => `real-${index + 1}`);
  }
  const folders = readdirSync(world, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
  if (folders.length < wanted) {
    throw new InputError(
      `--world ${world} has ${folders.length} clusters, not ${wanted}`,
    );
  }
  return folders.slice(0, wanted);
}

/**
 * Reads the command line.
 * @throws InputError saying which option is wrong and how it should be
 */
export function readOptions(parameters: readonly string[]): CommandOptions {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: {
      clusters: { type: 'string', default: '1' },
      nodes: { type: 'string', default: '3' },
      world: { type: 'string' },
      kubeconfig: { type: 'string' },
      into: { type: 'string', default: 'recordings' },
      only: { type: 'string' },
      name: { type: 'string', default: 'default' },
    },
  });
  const command = commands.find(candidate => candidate === positionals[0]);
  if (!command || positionals.length > 1) {
    throw new InputError(usage);
  }
  if (!/^[a-z0-9-]{1,20}$/.test(values.name)) {
    throw new InputError(
      '--name has up to 20 lower-case letters, digits and dashes',
    );
  }
  const world = values.world && resolve(values.world);
  return {
    command,
    clusters: readClusters(values.clusters, world),
    nodes: count(values.nodes, 'nodes'),
    world,
    kubeconfig: values.kubeconfig && resolve(values.kubeconfig),
    into: resolve(values.into),
    only: values.only?.split(',') ?? [],
    folder: join(
      tmpdir(),
      `domaindeck-control-plane-${userInfo().uid}-${values.name}`,
    ),
  };
}
