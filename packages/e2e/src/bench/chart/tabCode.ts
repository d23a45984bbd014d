import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { REPOSITORY } from '../../repository';

/** What every portal has loaded before any tab is opened. */
const OF_THE_PORTAL = [
  'react',
  'react-dom',
  'react-router-dom',
  '@backstage/*',
  '@material-ui/*',
];

/**
 * Bytes, minified and compressed, of all that opening a tab first may load: its own code, what it shares with other tabs of
 * ours, and libraries that a portal does not have.
 *
 * @param tab - name of its folder among the components of the plugin
 */
export async function tabCode(tab: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [
      join(REPOSITORY, 'plugins/workloads/src/components', tab, 'index.ts'),
    ],
    outdir: 'tab',
    write: false,
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    jsx: 'automatic',
    logLevel: 'error',
    external: OF_THE_PORTAL,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles
    .map(({ contents }) => gzipSync(contents).length)
    .reduce((sum, size) => sum + size, 0);
}
