import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { runCli } from '../runCli';

const ROOT = resolve(__dirname, '../..');
const TRANSFORM = require.resolve('@backstage/cli/config/nodeTransform.cjs');

describe('the command line', () => {
  it('starts all clusters, says where they are, obeys, and ends on SIGTERM', async () => {
    const child = spawn(
      process.execPath,
      [
        '--require',
        TRANSFORM,
        'src/cli.ts',
        'start',
        '--examples',
        resolve(ROOT, '../../examples/kubernetes'),
      ],
      // The transform of this test run must not reach into the program under test.
      {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { PATH: process.env.PATH },
      },
    );
    const exited = once(child, 'exit');
    try {
      const [line] = await once(createInterface(child.stdout), 'line');
      const { clusters, control, registry } = JSON.parse(line);
      expect(clusters).toHaveLength(5);
      expect(registry.host).toBe('registry.example.com');
      expect((await fetch(`${registry.url}/v2/`)).status).toBe(200);
      const [{ name, url, token }] = clusters;
      expect(name).toBe('dev-1');
      const read = () =>
        fetch(`${url}/api/v1/namespaces`, {
          headers: { Authorization: `Bearer ${token}` },
        });
      expect((await read()).status).toBe(200);
      const write = jest
        .spyOn(process.stdout, 'write')
        .mockImplementation(() => true);
      await runCli(['fault', 'dev-1', 'refuse', '--control', control]);
      write.mockRestore();
      await expect(read()).rejects.toThrow('fetch failed');
      await expect(
        runCli(['fault', 'dev-1', 'odd', '--control', control]),
      ).rejects.toThrow('mode must be one of ok, silent');
    } finally {
      child.kill('SIGTERM');
    }
    expect(await exited).toEqual([0, null]);
  }, 60_000);

  it.each([
    [[], /^Usage:/],
    [['start'], /^Usage:/],
    [['fault', 'dev-1'], /^Usage:/],
    [['start', '--colour', 'red'], /--colour/],
    [
      ['start', '--examples', 'x', '--port-base', '0'],
      /^--port-base must be a port from 1 to 65535$/,
    ],
    [['start', '--examples', 'none'], /none.clusters\.yaml cannot be read/],
  ])('says what is wrong with %j', async (parameters, message) => {
    await expect(runCli(parameters)).rejects.toThrow(message);
  });
});
