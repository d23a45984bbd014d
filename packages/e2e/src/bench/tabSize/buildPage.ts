import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, Plugin } from 'esbuild';
import { REPOSITORY } from '../../repository';

/** The tab on a page of its own, with nothing of a portal around it. */
const ENTRY = join(REPOSITORY, 'plugins/workloads/dev/measured.tsx');

/**
 * The page loads React's renderer lazily and looks for its functions by name. A CommonJS module that is loaded lazily has
 * no names here, only a default; one that is re-exported has.
 */
const namedRenderer: Plugin = {
  name: 'named-renderer',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^react-dom\/client$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, namespace: 'named' } : undefined,
    );
    onLoad({ filter: /^/, namespace: 'named' }, () => ({
      contents: "export { createRoot, hydrateRoot } from 'react-dom/client'",
      resolveDir: dirname(ENTRY),
    }));
  },
};

/**
 * Builds that page as a portal's own bundle is built: minified, in production mode, split where it loads lazily.
 *
 * @param folder - gets the files; `index.html` is the page
 * @param origin - from which the page will be served, and where its backend answers
 */
export async function buildPage(folder: string, origin: string): Promise<void> {
  const config = {
    app: {
      title: 'Measured',
      baseUrl: origin,
      // Only the tab is measured; the cards would ask the backend the same again.
      extensions: [
        { 'entity-card:workloads/health': false },
        { 'entity-card:workloads/recent-changes': false },
        { 'entity-card:workloads/usage': false },
      ],
    },
    backend: { baseUrl: origin },
  };
  await build({
    entryPoints: [ENTRY],
    outdir: folder,
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    jsx: 'automatic',
    logLevel: 'error',
    plugins: [namedRenderer],
    loader: {
      '.svg': 'dataurl',
      '.png': 'dataurl',
      '.woff': 'dataurl',
      '.woff2': 'dataurl',
    },
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.HAS_REACT_DOM_CLIENT': 'true',
      'process.env.APP_CONFIG': JSON.stringify([
        { context: 'measured', data: config },
      ]),
    },
  });
  writeFileSync(
    join(folder, 'index.html'),
    [
      '<!doctype html><html lang="en"><head><meta charset="utf-8">',
      '<title>Measured</title><link rel="stylesheet" href="/measured.css">',
      '</head><body><div id="root"></div>',
      // What a portal's bundler provides to libraries that were written for Node.
      '<script>window.process = { env: {} }; window.global = window</script>',
      '<script type="module" src="/measured.js"></script></body></html>',
    ].join('\n'),
  );
}
