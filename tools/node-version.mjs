// Loaded before every tool (node --import): the tools are TypeScript, which only a current Node runs as it is.
// A plain old-style module, so that an old Node gets this far and can say what is wrong.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `This is Node ${process.version}; Buurtstem needs 22.18 or newer, and "npm ci" brings one as an optional package.\n` +
      'Run "npm ci" again without --omit=optional (or --no-optional), and start things through npm.\n',
  );
  process.exit(1);
}
