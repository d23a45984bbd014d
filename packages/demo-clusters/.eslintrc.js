/**
 * The store knows objects only. Every write goes through `writes`, whether a client asks for it over HTTP (apiserver) or
 * a controller does (player), which knows nothing of HTTP.
 */
const LAYERS = {
  model: [],
  store: ['model'],
  faults: [],
  worlds: ['model', 'store'],
  writes: ['model', 'store'],
  player: ['model', 'store', 'worlds', 'writes'],
  // The words of a container follow from its pod alone.
  logs: [
    'model',
    'store',
    'services',
    'player/behaviours.ts',
    'player/objects.ts',
  ],
  // So does what it uses.
  usage: [
    'model',
    'store',
    'services',
    'player/behaviours.ts',
    'player/objects.ts',
  ],
  // What words and curves have to agree about.
  services: [],
  apiserver: [
    'model',
    'store',
    'writes',
    'faults',
    'logs',
    'usage',
    'player/objects.ts',
  ],
};

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    'import/no-restricted-paths': [
      'error',
      {
        basePath: __dirname,
        zones: Object.entries(LAYERS).map(([layer, others]) => ({
          target: `./src/${layer}`,
          from: './src',
          except: [layer, ...others].map(folder => `./${folder}`),
          message: `src/${layer} may import ${
            others.length > 0 ? others.join(', ') : 'no other folder'
          }; see LAYERS in .eslintrc.js.`,
        })),
      },
    ],
  },
  overrides: [
    {
      // A suite that others run against their own servers: exporting tests is its purpose.
      files: ['src/contract/**'],
      rules: { 'jest/no-export': 'off', 'jest/valid-title': 'off' },
    },
    {
      files: ['**/*.test.ts', 'src/testUtils/**'],
      rules: { 'import/no-restricted-paths': 'off' },
    },
  ],
});
