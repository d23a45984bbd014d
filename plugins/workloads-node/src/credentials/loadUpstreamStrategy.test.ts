import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

// In a process of its own: the test runner cannot import lazily, and the point is what upstream really exports.
it("makes upstream's strategies", async () => {
  const script = `
    const { loadUpstreamStrategy } = require(${JSON.stringify(
      require.resolve('./loadUpstreamStrategy'),
    )});
    const { ConfigReader } = require('@backstage/config');
    const logger = { info() {}, error() {} };
    (async () => {
      for (const provider of ['aws', 'azure', 'googleServiceAccount']) {
        const made = await loadUpstreamStrategy(provider, new ConfigReader({}), logger);
        console.log(made.constructor.name, typeof made.getCredential);
      }
    })();`;
  const { stdout } = await run(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      '--eval',
      script,
    ],
    { cwd: __dirname, env: { ...process.env, NODE_ENV: 'production' } },
  );
  expect(stdout.trim().split('\n')).toEqual([
    'AwsIamStrategy function',
    'AzureIdentityStrategy function',
    'GoogleServiceAccountStrategy function',
  ]);
}, 60_000);
