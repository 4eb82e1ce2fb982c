/**
 * A plugin for the bundler of the site. Whoever imports from a room's `index.ts` gets, in the bundle, the files behind the names
 * it takes and nothing else. Without it all that an index names is one piece: the first page then carries the forms, the desks
 * and the account pages along, since it takes the header from the same index.
 *
 * That holds as long as loading a file of ours does nothing by itself, which is so: they only declare.
 */
const { existsSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const ts = require('typescript');

const OURS = /^@buurtstem\//;
const NAMESPACE = 'barrel';
/** Angular makes an `import(…)` of the statement behind what a template defers; the names still stand in the source. */
const KINDS = ['import-statement', 'dynamic-import'];

/** @returns where each name of an index is declared, or null for an index that is more than a list of names */
function namesOf(index, text) {
  const names = new Map();
  for (const statement of parse(index, text).statements) {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !statement.moduleSpecifier)
      return null;
    if (!ts.isNamedExports(statement.exportClause)) return null;
    if (statement.isTypeOnly) continue;
    const file = sourceAt(join(dirname(index), statement.moduleSpecifier.text));
    for (const { name, propertyName, isTypeOnly } of statement.exportClause.elements)
      if (!isTypeOnly) names.set(name.text, { file, declared: (propertyName ?? name).text });
  }
  return names;
}

/** @returns the names that a file takes from a module, or null when it takes it as a whole */
function takenBy(importer, text, module) {
  const taken = new Set();
  for (const statement of parse(importer, text).statements) {
    if (statement.moduleSpecifier?.text !== module || isOfTypes(statement)) continue;
    const clause = ts.isExportDeclaration(statement)
      ? statement.exportClause
      : statement.importClause?.namedBindings;
    const isNamed = clause && (ts.isNamedExports(clause) || ts.isNamedImports(clause));
    if (!isNamed || statement.importClause?.name) return null;
    for (const { name, propertyName, isTypeOnly } of clause.elements)
      if (!isTypeOnly) taken.add((propertyName ?? name).text);
  }
  return taken;
}

/** @returns the source of an index that has only these names */
function narrowed(names, taken) {
  return [...taken]
    .filter((name) => names.has(name))
    .map((name) => {
      const { file, declared } = names.get(name);
      return `export { ${declared} as ${name} } from ${JSON.stringify(file)};`;
    })
    .join('\n');
}

function isOfTypes(statement) {
  return statement.isTypeOnly === true || statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

function parse(file, text) {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
}

function sourceAt(path) {
  return [`${path}.ts`, join(path, 'index.ts')].find((file) => existsSync(file)) ?? path;
}

/** The indexes that the workspace has a name for. */
function indexesIn(root) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile);
  const paths = Object.entries(config.compilerOptions.paths);
  return new Map(paths.map(([name, [file]]) => [name, join(root, file)]));
}

function barrels() {
  return {
    name: 'barrels',
    setup(build) {
      const root = build.initialOptions.absWorkingDir ?? process.cwd();
      const indexes = indexesIn(root);
      const known = new Map();
      const namesIn = (index) => {
        if (!known.has(index)) known.set(index, namesOf(index, readFileSync(index, 'utf8')));
        return known.get(index);
      };
      build.onResolve({ filter: OURS }, ({ path, importer, kind, namespace }) => {
        const index = indexes.get(path);
        if (!index || !KINDS.includes(kind) || namespace !== 'file') return undefined;
        const names = namesIn(index);
        const taken = names && takenBy(importer, readFileSync(importer, 'utf8'), path);
        if (!taken || taken.size === 0) return undefined;
        // Who takes the same names gets the same index. (A path that ended in ".ts" Angular would read from the disk.)
        const suffix = [...taken].sort().join(',');
        const pluginData = narrowed(names, taken);
        return { path: `${path}?${suffix}`, namespace: NAMESPACE, pluginData, sideEffects: false };
      });
      build.onLoad({ filter: /./, namespace: NAMESPACE }, ({ pluginData }) => ({
        contents: pluginData,
        loader: 'js',
        resolveDir: root,
      }));
    },
  };
}

module.exports = barrels;
Object.assign(module.exports, { namesOf, takenBy, narrowed });
