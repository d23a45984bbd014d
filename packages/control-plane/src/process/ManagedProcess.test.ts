import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManagedProcess } from './ManagedProcess';
import { packagePath } from '../packagePath';
import { ProcessGuard } from './ProcessGuard';
import { runProgram } from './runProgram';

describe('ManagedProcess', () => {
  const folder = mkdtempSync(join(tmpdir(), 'process-'));
  const guard = ProcessGuard.create('');
  afterAll(async () => {
    await guard.stop();
    rmSync(folder, { recursive: true });
  });

  it('stops what runs and tells the end of its log', async () => {
    const child = await ManagedProcess.start(
      '/bin/sh',
      [
        '-c',
        'echo up; trap "echo down; exit 0" TERM; while :; do sleep 0.05; done',
      ],
      folder,
      guard,
    );
    expect(child.running).toBe(true);
    await expect(
      new Promise(resolve => {
        const look = () =>
          child.lastLines(1) === 'up' ? resolve('up') : setImmediate(look);
        look();
      }),
    ).resolves.toBe('up');
    await child.stop();
    expect(child.running).toBe(false);
    expect(child.lastLines(2)).toBe('up\ndown');
    expect(() => process.kill(child.pid, 0)).toThrow('ESRCH');
  });

  it('keeps its owner alive until the stop is done', async () => {
    const script = `
      const { ManagedProcess } = require('./src/process/ManagedProcess.ts');
      const { ProcessGuard } = require('./src/process/ProcessGuard.ts');
      const guard = ProcessGuard.create('');
      ManagedProcess.start('/bin/sleep', ['60'], ${JSON.stringify(
        folder,
      )}, guard)
        .then(child => child.kill())
        .then(() => guard.stop())
        .then(() => console.log('stopped'));
    `;
    const { stdout } = await runProgram(
      process.execPath,
      ['--require', '@backstage/cli/config/nodeTransform.cjs', '-e', script],
      { cwd: packagePath() },
    );
    expect(stdout).toBe('stopped\n');
  });

  it('says that a program cannot be started', async () => {
    await expect(
      ManagedProcess.start(join(folder, 'missing'), [], folder, guard),
    ).rejects.toThrow('ENOENT');
  });
});
