import { ensureDependencies } from './dependencies.mjs';
import { ROOT } from './repository.mjs';
import { runCommand } from './runCommand.mjs';
import { ensureToolchain } from './toolchain.mjs';

const env = await ensureToolchain();
await ensureDependencies(env);
process.exitCode = await runCommand(
  'node',
  [
    '--require',
    '@backstage/cli/config/nodeTransform.cjs',
    'packages/e2e/src/bench/cli.ts',
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, env },
);
