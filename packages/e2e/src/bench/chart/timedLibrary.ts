import { dirname } from 'node:path';
import { Plugin } from 'esbuild';

/**
 * Hands the chart that our component makes to the benchmark, as `window.drawn`. Its options, hooks and data stay what the
 * component gives it.
 */
export const timedLibrary: Plugin = {
  name: 'timed-library',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^uplot$/ }, ({ namespace, path }) =>
      namespace === 'timed' ? undefined : { path, namespace: 'timed' },
    );
    onLoad({ filter: /^/, namespace: 'timed' }, () => ({
      contents: `
        import Library from 'uplot';
        export default new Proxy(Library, {
          construct: (target, given) => (window.drawn = new target(...given)),
        });`,
      resolveDir: dirname(require.resolve('uplot')),
    }));
  },
};
