import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './dependencies.mjs';
import { Portal } from './Portal.mjs';
import { elapsed, say } from './steps.mjs';
import { ensureToolchain } from './toolchain.mjs';

const { values } = parseArgs({
  options: {
    // A JSON file with a list of {name, url, token, caData?}: these clusters instead of the embedded ones.
    clusters: { type: 'string' },
    // Config files about the clusters, in place of examples/clusters.yaml.
    config: { type: 'string', multiple: true },
    // Where to write what is needed to drive the portal: its addresses and the clusters' control.
    state: { type: 'string' },
    port: { type: 'string' },
    'backend-port': { type: 'string' },
  },
});

let portal;
let stopping;

function stop(code) {
  stopping ??= (async () => {
    await portal?.stop({ keepLogs: code !== 0 });
    process.exit(code);
  })();
  return stopping;
}

function interrupt() {
  if (!stopping) {
    say('Ending');
  }
  stop(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, interrupt);
}

try {
  const env = await ensureToolchain();
  await ensureDependencies(env);
  portal = new Portal(env);
  const { url } = await portal.start({
    clusters: values.clusters
      ? JSON.parse(readFileSync(values.clusters, 'utf8'))
      : undefined,
    configs: values.config,
    stateFile: values.state,
    appPort: values.port ? Number(values.port) : undefined,
    backendPort: values['backend-port']
      ? Number(values['backend-port'])
      : undefined,
  });
  process.stdout.write(
    `${elapsed()}  DomainDeck is ready at ${url} (Ctrl-C ends it)\n`,
  );
  const ended = await Promise.race(
    portal.groups.map(async group => ({ group, code: await group.exit })),
  );
  if (!stopping) {
    say(
      `The ${ended.group.name} ended with ${ended.code}:\n${ended.group.tail}`,
    );
  }
  await stop(1);
} catch (error) {
  if (!stopping) {
    process.stderr.write(`${error.message}\n`);
  }
  await stop(1);
}
