// Loaded before the API (`node --import`): its clock is wrong, and jumps to where SIGWINCH sends it. Waiting is not touched.
const RealDate = Date;
const HOUR = 3_600_000;
const jumps = [HOUR, -HOUR];
let offset = 0;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + offset);
    else super(...given);
  }

  static now() {
    return RealDate.now() + offset;
  }
};

process.on('SIGWINCH', () => {
  offset = jumps.shift() ?? 0;
  process.stdout.write(`drill: the clock is off by ${offset / HOUR} hours\n`);
});
