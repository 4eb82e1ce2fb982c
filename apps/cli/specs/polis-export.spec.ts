import { readPolis } from '../src/polis-export';

const VOTES =
  'timestamp,datetime,comment-id,voter-id,vote\n30,x,2,a,-1\n10,x,1,a,1\n10,x,1,b,0\n20,x,1,a,0\n';
const COMMENTS =
  'timestamp,comment-id,comment-body\n1,1,"With, a comma\nand a second line"\n2,2,Two\n3,3,Nobody voted on it\n';

describe('a Polis export', () => {
  it('is put in the order of time', () => {
    const { events, commentIds } = readPolis('talk', VOTES, COMMENTS);
    expect(events.map((event) => `${event.timestamp} ${event.voterId} ${event.choice}`)).toEqual([
      '10 a for',
      '10 b none',
      '20 a none',
      '30 a against',
    ]);
    expect(commentIds).toEqual(['1', '2', '3']);
  });

  it.each([
    ['a vote that is none', VOTES.replace(',-1', ',2'), /line 2: vote is "2", not 1, -1 or 0/],
    ['a time that is none', VOTES.replace('30,', 'soon,'), /line 2: timestamp is "soon"/],
    ['an unknown comment', VOTES.replace('x,2,a', 'x,9,a'), /line 2: unknown comment-id "9"/],
    ['no voter', VOTES.replace('2,a,', '2,,'), /line 2: no voter-id/],
    [
      'a cut-off last line',
      VOTES.slice(0, -5),
      /line 5: 3 cells, not as many as its header: is the file cut off/,
    ],
    ['another header', VOTES.replace('voter-id', 'who'), /votes.csv header \(line 1\): no column "voter-id"/],
    ['nothing in it', '', /votes.csv is empty/],
  ])('is refused with %s', (_what, votes, message) => {
    expect(() => readPolis('talk', votes, COMMENTS)).toThrow(message);
  });
});
