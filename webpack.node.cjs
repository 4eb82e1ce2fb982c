// How a program for Node is bundled. tsc emits the decorator metadata that Nest's injection lives on.
const { NxAppWebpackPlugin } = require('@nx/webpack/app-plugin');
const { join } = require('node:path');
const TerserPlugin = require('terser-webpack-plugin');

/**
 * One letter beyond Latin-1 makes V8 hold the whole text of a program in twice the bytes, for as long as it runs. So such letters are
 * written as escapes, and comments left out; names, lines and what the program says stay as they are.
 */
const IN_ASCII = {
  compress: false,
  mangle: false,
  format: { ascii_only: true, beautify: true, indent_level: 1, comments: false },
};

module.exports = (name) => ({
  output: {
    path: join(__dirname, 'dist/apps', name),
    clean: true,
    devtoolModuleFilenameTemplate: '[absolute-resource-path]',
  },
  // createRequire must stay Node's own: the PostgreSQL package is found at run time, not bundled.
  module: { parser: { javascript: { createRequire: false } } },
  plugins: [
    new NxAppWebpackPlugin({
      target: 'node',
      compiler: 'tsc',
      main: './src/main.ts',
      tsConfig: './tsconfig.app.json',
      outputHashing: 'none',
      optimization: false,
      generatePackageJson: false,
      sourceMap: true,
      // The fonts of printed papers are read from beside the program.
      assets: [{ input: 'libs/platform/api/pdf/fonts', glob: '*', output: 'fonts' }],
    }),
    new TerserPlugin({ terserOptions: IN_ASCII, extractComments: false }),
  ],
});
