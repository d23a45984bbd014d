import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { InputError } from '@backstage/errors';
import { startDemoWorld } from './cluster/startDemoWorld';
import { startControlServer } from './control/startControlServer';
import { loadImages } from './registry/loadImages';
import { startDemoRegistry } from './registry/startDemoRegistry';

const USAGE = `Usage:
  start --examples <folder> [--port-base <port>] [--control-port <port>] [--seed <number>]
  fault <cluster> <ok|silent|slow|refuse|restart> --control <url>
  rollout <cluster> <namespace> <deployment> <version> --control <url>

fault and rollout also take the address from DOMAINDECK_DEMO_CONTROL.`;

/**
 * The command line of the demo clusters.
 * @throws InputError with the usage when the arguments are wrong
 */
export async function runCli(args: string[]): Promise<void> {
  const { positionals, values } = parse(args);
  const [command, ...rest] = positionals;
  const control = values.control ?? process.env.DOMAINDECK_DEMO_CONTROL;
  if (command === 'start' && values.examples && rest.length === 0) {
    await start(values.examples, {
      portBase: port(values['port-base'], '--port-base'),
      controlPort: port(values['control-port'], '--control-port'),
      seed: values.seed === undefined ? undefined : Number(values.seed),
    });
  } else if (command === 'fault' && rest.length === 2 && control) {
    const [cluster, mode] = rest;
    await post(control, `/clusters/${cluster}/fault`, { mode });
  } else if (command === 'rollout' && rest.length === 4 && control) {
    const [cluster, namespace, deployment, version] = rest;
    await post(control, `/clusters/${cluster}/rollout`, {
      namespace,
      deployment,
      version,
    });
  } else {
    throw new InputError(USAGE);
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        examples: { type: 'string' },
        'port-base': { type: 'string' },
        'control-port': { type: 'string' },
        seed: { type: 'string' },
        control: { type: 'string' },
      },
    });
  } catch (error) {
    throw new InputError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function port(text: string | undefined, option: string): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65535) {
    throw new InputError(`${option} must be a port from 1 to 65535`);
  }
  return value;
}

async function start(
  examples: string,
  options: { portBase?: number; controlPort?: number; seed?: number },
): Promise<void> {
  const { portBase, controlPort, seed } = options;
  const world = await startDemoWorld({ examples, portBase, seed });
  const control = await startControlServer(world, controlPort);
  const stock = await loadImages(examples);
  const registry =
    stock && (await startDemoRegistry({ world, stock, started: Date.now() }));
  const line = {
    clusters: world.clusters.map(({ name, url, token }) => ({
      name,
      url,
      token,
    })),
    control: control.url,
    ...(registry
      ? { registry: { host: registry.host, url: registry.url } }
      : {}),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await registry?.stop();
  await control.stop();
  await world.stop();
}

async function post(control: string, path: string, body: unknown) {
  const response = await fetch(`${control}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new InputError(answer.error.message);
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
