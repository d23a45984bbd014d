/**
 * What holds in every package on top of Backstage's own rules. Which folder may import which is in each package's file.
 */
module.exports = {
  root: true,
  settings: {
    // Without these extensions the path rules of eslint-plugin-import resolve nothing and pass everything.
    'import/resolver': {
      node: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
    },
    'import/extensions': ['.ts', '.tsx', '.js', '.mjs'],
    'import/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
  },
  rules: {
    'import/no-cycle': ['error', { ignoreExternal: true }],
    // What is longer has more than one subject; comments and blank lines are read too, and count.
    'max-lines': ['error', 350],
  },
  overrides: [
    {
      // Generated from the contract.
      files: ['plugins/*-common/src/schema/openapi.ts'],
      rules: { 'max-lines': 'off' },
    },
  ],
};
