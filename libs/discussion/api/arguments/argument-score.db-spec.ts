import fc from 'fast-check';
import { argumentScore, YOUNG } from '@buurtstem/discussion-domain';
import { databaseOptions } from '@buurtstem/platform-api';
import { createTestDatabase, type TestDatabase } from '@buurtstem/platform-api/testing';
import { DataSource } from 'typeorm';

interface Sample {
  likes: number;
  trials: number;
  ageHours: number;
}

describe('the score of an argument in the database', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    const options = databaseOptions({ databaseUrl: database.url, databasePoolSize: 1 });
    dataSource = await new DataSource(options).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  /** One question for many samples: a question for each would take minutes. */
  const inSql = async (samples: readonly Sample[]): Promise<number[]> => {
    const rows = await dataSource.query<{ score: number }[]>(
      `select argument_score(likes, trials, hours) as score
       from unnest($1::integer[], $2::integer[], $3::float8[]) with ordinality as s (likes, trials, hours, place)
       order by place`,
      [
        samples.map(({ likes }) => likes),
        samples.map(({ trials }) => trials),
        samples.map(({ ageHours }) => ageHours),
      ],
    );
    return rows.map(({ score }) => score);
  };
  const expectTheSame = async (samples: readonly Sample[]): Promise<void> => {
    const scores = await inSql(samples);
    const differences = samples.map((sample, index) => Math.abs(argumentScore(sample) - scores[index]!));
    expect(Math.max(...differences)).toBeLessThan(1e-9);
  };

  it('is what the rule says, wherever young becomes old', async () => {
    const samples: Sample[] = [];
    for (const ageHours of [-1, 0, YOUNG.hours - 1e-6, YOUNG.hours, YOUNG.hours + 1e-6, 1e6])
      for (const trials of [0, 1, YOUNG.trials - 1, YOUNG.trials, YOUNG.trials + 1, 10_000, 2_147_483_647])
        for (const likes of new Set([0, Math.min(1, trials), trials]))
          samples.push({ likes, trials, ageHours });
    await expectTheSame(samples);
  });

  it('is what the rule says, whatever the likes, the trials and the age', async () => {
    const sample = fc
      .tuple(
        fc.oneof(fc.nat(40), fc.nat(1_000_000)),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.oneof(
          fc.double({ min: 0, max: 100, noNaN: true }),
          fc.double({ min: -1e3, max: 1e6, noNaN: true }),
        ),
      )
      .map(([trials, share, ageHours]) => ({ trials, likes: Math.round(trials * share), ageHours }));
    await fc.assert(fc.asyncProperty(fc.array(sample, { minLength: 100, maxLength: 500 }), expectTheSame), {
      numRuns: 50,
    });
  });

  it('is put into the query that orders by it: a call for each argument would take long', async () => {
    const plan = await dataSource.query<{ 'QUERY PLAN': string }[]>(
      `explain (verbose, costs off) select argument_score(a.likes, greatest($1::integer - a.likes_before, a.likes),
         date_part('epoch', now() - a.posted_at) / 3600) from argument a`,
      [7],
    );
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('sqrt');
    expect(text).not.toContain('argument_score');
  });
});
