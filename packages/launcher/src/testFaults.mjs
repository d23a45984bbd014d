import { ensureDependencies } from './dependencies.mjs';
import { faultSchedules } from './longSuites.mjs';
import { ROOT } from './repository.mjs';
import { runCommand } from './runCommand.mjs';
import { ensureToolchain } from './toolchain.mjs';

const env = await ensureToolchain();
await ensureDependencies(env);
const { command, args } = faultSchedules(process.argv.slice(2));
process.exitCode = await runCommand(command, args, { cwd: ROOT, env });
