// One throw-away PostgreSQL for all rooms of a jest run. Runs before the tests, and jest calls it once a run however
// many projects name it. The specs find the server in TEST_POSTGRES_URL and make databases of their own on it.
const { chmodSync, globSync, mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');

const root = path.join(__dirname, '../../..');

/** Whether a file that needs the database is among those that this run may take. */
function needsDatabase({ projects, testPathPatterns }, { rootDir }) {
  const rooms =
    projects.length > 1
      ? [path.join(root, 'apps'), path.join(root, 'libs'), path.join(root, 'tools')]
      : [rootDir];
  const wanted = (testPathPatterns?.patterns ?? []).map((pattern) => new RegExp(pattern, 'i'));
  return rooms
    .flatMap((room) => globSync('**/*.{db,http}-spec.ts', { cwd: room }).map((file) => path.join(room, file)))
    .some((file) => wanted.length === 0 || wanted.some((pattern) => pattern.test(file)));
}

module.exports = async (globalConfig, projectConfig) => {
  if (process.env.TEST_POSTGRES_URL || !needsDatabase(globalConfig, projectConfig)) return;
  const { startEmbeddedPostgres } = require('./embedded-postgres.ts');
  const folder = mkdtempSync(path.join(tmpdir(), 'buurtstem-test-postgres-'));
  chmodSync(folder, 0o711); // root runs PostgreSQL as another user, who must be able to pass through
  const dataDir = path.join(folder, 'data');
  const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '200' };
  const server = await startEmbeddedPostgres({ root, dataDir, settings });
  process.env.TEST_POSTGRES_URL = server.url;
  globalThis.__testPostgres = { server, dataDir };
};
