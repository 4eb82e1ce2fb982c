import { Districts, SetRules } from '@buurtstem/districts-api';
import { DEFAULT_RULEBOOK } from '@buurtstem/districts-domain';
import { CountRound } from '@buurtstem/voting-api';
import { West } from './west';

describe('the rules in force', () => {
  let west: West;
  beforeAll(async () => (west = await West.open({ threshold: 2 })));
  afterAll(() => west.close());

  const inForce = async () => {
    const { version, threshold } = await west.app.get(Districts).rulebook(west.districtId);
    const [one] = await west.app.get(Districts).rulebooks();
    expect(one?.version).toBe(version);
    return { version, threshold };
  };

  it('are those that the open round began with, whatever was set since', async () => {
    await west.app.get(SetRules).execute(west.districtId, { ...DEFAULT_RULEBOOK, threshold: 7 });
    expect(await inForce()).toEqual({ version: 1, threshold: 2 });
  });

  it('are the new ones once that round is counted', async () => {
    const round = await west.openRound();
    const counted = new Date(round.closesAt.getTime() + 1000);
    await west.app.get(CountRound).execute(west.districtId, round.number, counted);
    expect(await inForce()).toEqual({ version: 2, threshold: 7 });
    expect((await west.openRound()).rulebookVersion).toBe(2);
    const counts = await west.rows('select rulebook_version from round_count');
    expect(counts).toEqual([{ rulebook_version: 1 }]);
  });
});
