module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    '@backstage/no-mixed-plugin-imports': 'error',
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: [
              '@domaindeck/*',
              '!@domaindeck/backstage-plugin-workloads-common',
            ],
            message: 'Everything else of environments stands on this package.',
          },
          {
            group: ['node:*', 'react*'],
            message: 'This package runs in the browser and in the backend.',
          },
        ],
      },
    ],
  },
});
