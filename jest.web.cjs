// Shared jest settings of the rooms that run in the browser: Angular, zoneless, jsdom.
const path = require('node:path');
const { createCjsPreset } = require('jest-preset-angular/presets');
const { pathsToModuleNameMapper } = require('ts-jest');
const { compilerOptions } = require('./tsconfig.base.json');

module.exports = (displayName, rootDir) => ({
  ...createCjsPreset({ tsconfig: path.join(__dirname, 'tsconfig.web.spec.json') }),
  // d3 comes as modules only, which jest does not read by itself.
  transformIgnorePatterns: ['/node_modules/(?!d3-|internmap)(?!.*\\.mjs$)'],
  displayName,
  rootDir,
  testMatch: ['**/*.spec.ts'],
  setupFilesAfterEnv: [path.join(__dirname, 'jest.web.setup.ts')],
  moduleNameMapper: pathsToModuleNameMapper(compilerOptions.paths, { prefix: __dirname }),
});
