import { spawn } from 'node:child_process';
import { packagePath } from '../packagePath';
import { SupervisorMessage, SupervisorReport } from './supervise';

/**
 * Starts a supervisor that outlives this command, and waits until its clusters are ready.
 * @throws Error with its words when it fails
 */
export async function startSupervisor(
  parameters: readonly string[],
  progress: (sentence: string) => void,
): Promise<SupervisorReport> {
  const child = spawn(
    process.execPath,
    [
      ...process.execArgv,
      packagePath('src', 'cli.ts'),
      'supervise',
      ...parameters,
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
  );
  const giveUp = () => child.kill('SIGTERM');
  process.once('SIGINT', giveUp);
  process.once('SIGTERM', giveUp);
  try {
    return await new Promise((done, reject) => {
      child.once('error', reject);
      child.once('exit', code =>
        reject(new Error(`The supervisor ended with ${code}`)),
      );
      child.on('message', (message: SupervisorMessage) => {
        if (message.type === 'progress') {
          progress(message.sentence);
        } else if (message.type === 'ready') {
          done(message.report);
        } else if (message.type === 'failed') {
          reject(new Error(message.message));
        }
        // Module loaders talk over this channel too.
      });
    });
  } finally {
    process.off('SIGINT', giveUp);
    process.off('SIGTERM', giveUp);
    if (child.connected) {
      child.disconnect();
    }
    child.unref();
  }
}
