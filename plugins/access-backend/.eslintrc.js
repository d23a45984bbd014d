module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // Tests run beside the real workloads plugin; the code itself asks it over HTTP.
    '@backstage/no-mixed-plugin-imports': [
      'error',
      { excludedFiles: ['**/src/tests/**'] },
    ],
  },
});
