/** Folder A may import only the listed folders beside itself, and the files right under src. */
const LAYERS = {
  clock: [],
  theme: [],
  translation: [],
  live: ['clock'],
  hooks: ['clock', 'live', 'workloadsApiRef.ts'],
  components: ['clock', 'theme', 'translation'],
  controls: ['clock', 'theme', 'translation', 'components'],
};

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    '@backstage/no-mixed-plugin-imports': 'error',
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
      files: ['**/*.test.ts', '**/*.test.tsx'],
      rules: { 'import/no-restricted-paths': 'off' },
    },
  ],
});
