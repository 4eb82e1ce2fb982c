// How a program for Node is bundled. tsc emits the decorator metadata that Nest's injection lives on.
const { NxAppWebpackPlugin } = require('@nx/webpack/app-plugin');
const { join } = require('node:path');

/**
 * Writes the few letters of a bundle that are not ASCII as escapes: V8 keeps the text of a program in twice the bytes for as long as
 * it runs where a single letter asks for it.
 */
class InAscii {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE;
    compiler.hooks.compilation.tap(InAscii.name, (compilation) =>
      compilation.hooks.processAssets.tap({ name: InAscii.name, stage }, (assets) => {
        for (const [name, source] of Object.entries(assets)) {
          if (!name.endsWith('.js')) continue;
          const ascii = new sources.ReplaceSource(source);
          // Behind a backslash an escape would be something else; none is so today.
          for (const { 0: unit, index } of source
            .source()
            .toString()
            .matchAll(/(?<!\\)[\u0080-\uffff]/g))
            ascii.replace(index, index, `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
          compilation.updateAsset(name, ascii);
        }
      }),
    );
  }
}

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
    new InAscii(),
  ],
});
