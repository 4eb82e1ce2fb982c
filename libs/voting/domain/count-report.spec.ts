import fc from 'fast-check';
import { countReport, type CountReportFacts, type Exclusion, type ReportedCandidate } from './index';

const candidate = (proposalNumber: number, votesFor: number, votesAgainst = 0): ReportedCandidate => ({
  proposalNumber,
  publishedAt: new Date(Date.UTC(2026, 10, proposalNumber)),
  lot: `${proposalNumber}`.repeat(8),
  votesFor,
  votesAgainst,
  onPaper: 0,
  waiting: 0,
  held: 0,
  invalid: 0,
  chancesLeft: 2,
});

const REPORT: CountReportFacts = {
  reportNumber: 4,
  district: 'west',
  roundNumber: 3,
  version: 2,
  supersedes: 3,
  reason: 'Na de telling zijn stemmen ongeldig verklaard.',
  closesAt: new Date('2026-12-08T15:00:00Z'),
  countedAt: new Date('2026-12-09T09:12:13.456Z'),
  rules: { version: 1, threshold: 100, chances: 3, identityLevel: 0 },
  seed: 'abc123',
  decidedBy: 'votes',
  winner: 7,
  candidates: [
    { ...candidate(7, 120, 5), invalid: 3, held: 1, waiting: 2, onPaper: 4, chancesLeft: 0 },
    candidate(2, 99, 101),
  ],
  exclusions: [
    { proposalNumber: 7, batchNumber: 2, kind: 'held', reason: 'Nog in onderzoek.', votes: 1 },
    { proposalNumber: 7, batchNumber: 1, kind: 'invalid', reason: 'Van één adres.', votes: 3 },
  ],
  residents: 180,
  ledger: { lines: 240, position: 311 },
};

describe('V12: the count report', () => {
  it('says who won by which rule, every sum of every candidate, what was left out and why, and how far the ledger reached', () => {
    expect(JSON.parse(countReport(REPORT))).toEqual({
      format: 1,
      report: 4,
      district: 'west',
      round: 3,
      version: 2,
      supersedes: 3,
      reason: 'Na de telling zijn stemmen ongeldig verklaard.',
      countDate: '2026-12-08T15:00:00.000Z',
      countedAt: '2026-12-09T09:12:13.456Z',
      rules: { version: 1, threshold: 100, chances: 3, identityLevel: 0 },
      seed: 'abc123',
      decidedBy: 'votes',
      winner: 7,
      candidates: [
        {
          rank: 1,
          proposal: 7,
          publishedAt: '2026-11-07T00:00:00.000Z',
          lot: '77777777',
          votesFor: 120,
          votesAgainst: 5,
          balance: 115,
          onPaper: 4,
          waiting: 2,
          held: 1,
          invalid: 3,
          chancesLeft: 0,
          reachedThreshold: true,
        },
        {
          rank: 2,
          proposal: 2,
          publishedAt: '2026-11-02T00:00:00.000Z',
          lot: '22222222',
          votesFor: 99,
          votesAgainst: 101,
          balance: -2,
          onPaper: 0,
          waiting: 0,
          held: 0,
          invalid: 0,
          chancesLeft: 2,
          reachedThreshold: false,
        },
      ],
      exclusions: [
        { proposal: 7, batch: 1, kind: 'invalid', reason: 'Van één adres.', votes: 3 },
        { proposal: 7, batch: 2, kind: 'held', reason: 'Nog in onderzoek.', votes: 1 },
      ],
      totals: {
        candidates: 2,
        votesFor: 219,
        votesAgainst: 106,
        onPaper: 4,
        waiting: 2,
        held: 1,
        invalid: 3,
      },
      residents: 180,
      ledger: { lines: 240, position: 311 },
    });
  });

  it('says "no winner" as plainly as a winner', () => {
    const report = countReport({
      ...REPORT,
      winner: null,
      decidedBy: 'none',
      candidates: [],
      exclusions: [],
    });
    expect(report).toContain('"winner": null');
    expect(report).toContain('"candidates": []');
  });

  it('is the same text for the same facts, whatever else they carry and however they are ordered', () => {
    const extra = { title: 'Geheim', ...REPORT.candidates[0]! };
    const facts: CountReportFacts = { ...REPORT, candidates: [extra, REPORT.candidates[1]!] };
    expect(countReport(facts)).toBe(countReport(REPORT));
    expect(countReport(facts)).not.toContain('Geheim');
    expect(countReport({ ...REPORT, exclusions: [...REPORT.exclusions].reverse() })).toBe(
      countReport(REPORT),
    );
  });

  it('adds up: totals are the sums of the candidates', () => {
    const sums = fc.record({
      votesFor: fc.nat(500),
      votesAgainst: fc.nat(500),
      held: fc.nat(9),
      invalid: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(sums, { maxLength: 20 }), (list) => {
        const candidates = list.map((one, index) => ({ ...candidate(index + 1, 0), ...one }));
        const { totals, candidates: lines } = JSON.parse(countReport({ ...REPORT, candidates })) as {
          totals: Record<string, number>;
          candidates: Record<string, number>[];
        };
        for (const key of ['votesFor', 'votesAgainst', 'held', 'invalid'])
          expect(totals[key]).toBe(lines.reduce((total, line) => total + (line[key] ?? 0), 0));
      }),
    );
  });

  it('lists exclusions of one proposal by batch, and of several by their numbers', () => {
    const of = (proposalNumber: number, batchNumber: number): Exclusion => ({
      proposalNumber,
      batchNumber,
      kind: 'invalid',
      reason: 'r',
      votes: 1,
    });
    const { exclusions } = JSON.parse(
      countReport({ ...REPORT, exclusions: [of(9, 1), of(2, 5), of(2, 3)] }),
    ) as { exclusions: { proposal: number; batch: number }[] };
    expect(exclusions.map(({ proposal, batch }) => [proposal, batch])).toEqual([
      [2, 3],
      [2, 5],
      [9, 1],
    ]);
  });
});
