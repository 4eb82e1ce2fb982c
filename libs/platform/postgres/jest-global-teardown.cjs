// Stops the server of jest-global-setup.cjs, if that started one, and removes its data.
const { rmSync } = require('node:fs');
const path = require('node:path');

module.exports = async () => {
  const started = globalThis.__testPostgres;
  if (!started) return;
  delete globalThis.__testPostgres;
  await started.server.stop();
  rmSync(path.dirname(started.dataDir), { recursive: true, force: true });
};
