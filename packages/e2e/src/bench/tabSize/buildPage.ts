import { writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { build, Metafile, Plugin } from 'esbuild';
import { REPOSITORY } from '../../repository';

/** Pages of ours with nothing of a portal around them. */
const PAGES = join(REPOSITORY, 'plugins/workloads/dev');

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
      resolveDir: PAGES,
    }));
  },
};

/**
 * Builds a page as a portal's own bundle is built: minified, in production mode, split where it loads lazily.
 *
 * @param folder - gets the files; `index.html` is the page
 * @param origin - from which the page will be served, and where its backend answers
 * @param options.page - name of a file of the plugin's dev folder; the tab alone unless told
 * @returns what esbuild tells of the files
 */
export async function buildPage(
  folder: string,
  origin: string,
  options: {
    readonly page?: string;
    readonly plugins?: readonly Plugin[];
  } = {},
): Promise<Metafile> {
  const { page = 'measured.tsx', plugins = [] } = options;
  const name = basename(page, extname(page));
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
  const { metafile } = await build({
    entryPoints: [join(PAGES, page)],
    absWorkingDir: REPOSITORY,
    metafile: true,
    outdir: folder,
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    jsx: 'automatic',
    logLevel: 'error',
    plugins: [namedRenderer, ...plugins],
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
      `<title>Measured</title><link rel="stylesheet" href="/${name}.css">`,
      '</head><body><div id="root"></div>',
      // What a portal's bundler provides to libraries that were written for Node.
      '<script>window.process = { env: {} }; window.global = window</script>',
      `<script type="module" src="/${name}.js"></script></body></html>`,
    ].join('\n'),
  );
  return metafile;
}
