import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPb } from '../src/pb-file';

const SMALL = readFileSync(join(__dirname, 'fixtures/small.pb'), 'utf8');
const mistakesOf = (text: string): string => {
  try {
    readPb('small.pb', text);
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
};

describe('a .pb file', () => {
  it('is read by the names in its headers, with CRLF, quotes and semicolons in names', () => {
    const pb = readPb('small.pb', SMALL);
    expect(pb.projects[0]).toEqual({ id: 'bench', name: 'Benches; for "everyone" along the path' });
    expect(pb.ballots[1]).toEqual({ voterId: 'v2', projectIds: ['bridge', 'bench', 'bridge'] });
  });

  it('may have LF line ends, a byte-order mark, and no line end at its end', () => {
    expect(readPb('small.pb', `\ufeff${SMALL.replaceAll('\r\n', '\n').trimEnd()}`)).toEqual(
      readPb('small.pb', SMALL),
    );
  });

  it.each([
    [
      'cut off after the projects',
      SMALL.slice(0, SMALL.indexOf('VOTES')),
      /sections must be META, PROJECTS, VOTES.*found META, PROJECTS/,
    ],
    [
      'cut off in the middle of the ballots',
      SMALL.slice(0, SMALL.indexOf('v4')),
      /num_votes says 5, the file holds 3 ballots: is it cut off/,
    ],
    ['cut off in a ballot', SMALL.slice(0, -8), /line 18: unknown project id "benc"/],
    ['cut off between two choices', SMALL.slice(0, -7), /last line has no end, and 1 votes are missing/],
    [
      'cut off in a quoted name',
      SMALL.slice(0, SMALL.indexOf('along')),
      /a quote is opened and never closed \(line \d+\): is the file cut off/,
    ],
    ['empty', '', /found none of them/],
    ['no .pb file at all', '<html>\n</html>\n', /found none of them/],
    [
      'with the wrong header',
      SMALL.replace('voter_id;age;vote', 'voter;age;votes'),
      /VOTES header \(line 13\): no column "voter_id"; .*no column "vote"/,
    ],
    [
      'with an unknown project',
      SMALL.replace('v3;52;bridge', 'v3;52;bridge,moon'),
      /line 16: unknown project id "moon"/,
    ],
    [
      'with a cell too many',
      SMALL.replace('v3;52;bridge', 'v3;52;bridge;tree'),
      /line 16: 4 cells, not as many as its header/,
    ],
    ['with a voter twice', SMALL.replace('v3;52', 'v1;52'), /line 16: voter v1 has a ballot already/],
    ['with a project twice', SMALL.replace('tree;50', 'bench;50'), /line 11: project bench stands twice/],
    ['with ranks, not approvals', SMALL.replace('approval', 'ordinal'), /META vote_type is "ordinal"/],
  ])('is refused when %s', (_what, text, message) => {
    expect(mistakesOf(text).replaceAll('\n', ' ')).toMatch(message);
  });

  it('is refused with every mistake named, on one line', () => {
    const message = mistakesOf(SMALL.replace('v3;52;bridge', 'v1;52;moon').replace('approval', 'cumulative'));
    expect(message).toContain('cumulative');
    expect(message).toContain('voter v1');
    expect(message).toContain('"moon"');
    expect(message).not.toContain('\n');
  });
});
