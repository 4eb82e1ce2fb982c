// Shared jest settings of every room that runs in Node. swc does not check types: `npm run typecheck` does.
const path = require('node:path');
const { pathsToModuleNameMapper } = require('ts-jest');
const { compilerOptions } = require('./tsconfig.base.json');

const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  swcrc: false,
};

module.exports = (displayName, rootDir) => ({
  displayName,
  rootDir,
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts', '**/*.db-spec.ts', '**/*.http-spec.ts'],
  transform: { '^.+\\.[cm]?[tj]s$': ['@swc/jest', swc] },
  // Nest 12 and a few others ship ES modules only; jest runs CommonJS, so they are compiled on the way in.
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|nodemailer|openid-client|oauth4webapi|jose|temporal-polyfill|temporal-utils|feed)/)',
  ],
  moduleNameMapper: pathsToModuleNameMapper(compilerOptions.paths, { prefix: __dirname }),
  globalSetup: path.join(__dirname, 'libs/platform/postgres/jest-global-setup.cjs'),
  globalTeardown: path.join(__dirname, 'libs/platform/postgres/jest-global-teardown.cjs'),
  // Ends what hangs; it is no measure of speed, and a busy machine takes its time.
  testTimeout: 120_000,
});
