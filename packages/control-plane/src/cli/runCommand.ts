import { mkdirSync, rmSync } from 'node:fs';
import { buildAlone } from '../build/buildAlone';
import { buildTools } from '../build/buildTools';
import { lokiModule, metricsServerModule } from '../build/toolModules';
import { recordTroubles } from '../recording/recordTroubles';
import { callSupervisor } from './callSupervisor';
import { CommandOptions, readOptions } from './readOptions';
import { startSupervisor } from './startSupervisor';
import { socketOf, supervise, SupervisorReport } from './supervise';

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function describe(report: SupervisorReport): void {
  for (const { name, url } of report.clusters) {
    print(`${name}  ${url}`);
  }
  print(`${report.pids.length} processes: ${report.pids.join(' ')}`);
  print(`export KUBECONFIG=${report.kubeconfig}`);
}

async function start(
  options: CommandOptions,
  parameters: readonly string[],
): Promise<number> {
  const running = await callSupervisor(socketOf(options), 'status');
  if (running !== undefined) {
    print('Already running; "yarn control-plane stop" ends it.');
    describe(JSON.parse(running));
    return 1;
  }
  // What a killed supervisor may have left: nothing uses it any more.
  rmSync(options.folder, { recursive: true, force: true });
  mkdirSync(options.folder, { mode: 0o700 });
  describe(await startSupervisor(parameters.slice(1), print));
  return 0;
}

async function status(options: CommandOptions): Promise<number> {
  const answer = await callSupervisor(socketOf(options), 'status');
  if (answer === undefined) {
    print('Nothing is running; "yarn control-plane start" starts it.');
    return 3;
  }
  describe(JSON.parse(answer));
  return 0;
}

async function stop(options: CommandOptions): Promise<number> {
  const answer = await callSupervisor(socketOf(options), 'stop');
  print(
    answer === undefined ? 'Nothing is running.' : 'Every process has ended.',
  );
  return 0;
}

/**
 * One run of the command line.
 * @returns the exit code: 0 well, 1 not, 3 nothing runs
 * @throws InputError when the command line is wrong, Error when clusters do not start
 */
export async function runCommand(
  parameters: readonly string[],
): Promise<number> {
  const options = readOptions(parameters);
  switch (options.command) {
    case 'build':
      print(`ready in ${(await buildTools({ progress: print })).folder}`);
      for (const tool of [lokiModule, metricsServerModule]) {
        print(`ready as ${await buildAlone(tool, { progress: print })}`);
      }
      return 0;
    case 'start':
      return start(options, parameters);
    case 'supervise':
      await supervise(options);
      return 0;
    case 'record':
      await recordTroubles(options.into, options.only, print);
      return 0;
    case 'status':
      return status(options);
    default:
      return stop(options);
  }
}
