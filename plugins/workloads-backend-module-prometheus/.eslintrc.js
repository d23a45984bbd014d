module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // A whole backend is put together there, of the plugin and this module.
      files: ['src/tests/real/**'],
      rules: { '@backstage/no-mixed-plugin-imports': 'off' },
    },
  ],
});
