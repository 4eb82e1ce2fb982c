// Every room's tests in one run: what `npm test` uses. One room alone: `npx nx test voting-domain`.
module.exports = {
  projects: ['<rootDir>/{apps,libs}/**/jest.config.cjs', '<rootDir>/tools/jest.config.cjs'],
  // In a run of many projects jest takes this from here only, and not from each room. It ends what hangs, and measures nothing.
  testTimeout: 120_000,
  coverageDirectory: '<rootDir>/coverage',
  collectCoverageFrom: [
    'libs/*/domain/**/*.ts',
    '!**/*.spec.ts',
    '!**/index.ts',
    '!**/testing.ts',
    '!**/jest.config.cjs',
  ],
  // Not statements: the getters of compiled exports would count as such.
  coverageThreshold: {
    './libs/*/domain/**/*.ts': { branches: 100, functions: 100, lines: 100 },
  },
};
