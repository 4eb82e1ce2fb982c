import {
  BURST_SIGNAL_VOTES,
  MAIL_DOMAIN_SIGNAL_VOTES,
  NETWORK_SIGNAL_VOTES,
  signalsIn,
  type VoteTrace,
} from './index';

const START = Date.UTC(2026, 10, 20, 9);
let nextNetwork = 0;
/** Each from a network and a mail domain of its own. */
const trace = (minute: number, over: Partial<VoteTrace> = {}): VoteTrace => ({
  proposalId: 'bench',
  network: `network ${nextNetwork++}`,
  mailDomain: `domain${nextNetwork}.example`,
  minute: new Date(START + minute * 60_000),
  votes: 1,
  ...over,
});
const at = (minute: number): Date => new Date(START + minute * 60_000);
const many = (count: number, of: (index: number) => VoteTrace): VoteTrace[] =>
  Array.from({ length: count }, (_, index) => of(index));

describe('the signals in votes', () => {
  it('are none where residents vote over days, each from their own home', () => {
    expect(signalsIn(many(200, (index) => trace(index * 60)))).toEqual([]);
    expect(signalsIn([])).toEqual([]);
  });

  it('name a network with more votes than a family has', () => {
    const family = many(NETWORK_SIGNAL_VOTES - 1, (i) => trace(i * 60, { network: 'home' }));
    expect(signalsIn(family)).toEqual([]);
    expect(signalsIn([...family, trace(600, { network: 'home' })])).toEqual([
      {
        kind: 'network',
        proposalId: 'bench',
        source: 'home',
        votes: NETWORK_SIGNAL_VOTES,
        from: at(0),
        to: at(601),
      },
    ]);
  });

  it('add up the minutes of a source, but never two proposals', () => {
    const half = (proposalId: string): VoteTrace =>
      trace(0, { proposalId, network: 'school', votes: NETWORK_SIGNAL_VOTES - 1 });
    expect(signalsIn([half('bench'), half('bridge')])).toEqual([]);
  });

  it('name a small mail domain, and no provider that everybody has', () => {
    const votes = (mailDomain: string): VoteTrace[] =>
      many(MAIL_DOMAIN_SIGNAL_VOTES, (i) => trace(i * 60, { mailDomain }));
    expect(signalsIn(votes('gmail.com'))).toEqual([]);
    expect(signalsIn(votes('club.example'))).toMatchObject([
      { kind: 'mail-domain', source: 'club.example', votes: MAIL_DOMAIN_SIGNAL_VOTES },
    ]);
    expect(signalsIn(votes('club.example').slice(1))).toEqual([]);
  });

  it('name a burst from its first minute to its last', () => {
    const days = many(48, (hour) => trace(hour * 60));
    const burst = many(BURST_SIGNAL_VOTES, (i) => trace(1000 + (i % 8)));
    expect(signalsIn([...days, ...burst])).toEqual([
      {
        kind: 'burst',
        proposalId: 'bench',
        source: '',
        votes: BURST_SIGNAL_VOTES,
        from: at(1000),
        to: at(1008),
      },
    ]);
    expect(signalsIn([...days, ...burst.slice(1)])).toEqual([]);
  });

  it('measure a burst by the pace of the proposal itself', () => {
    const lively = many(600, (minute) => trace(minute, { votes: 2 }));
    expect(signalsIn(lively).filter(({ kind }) => kind === 'burst')).toEqual([]);
    const flood = trace(300, { votes: 200 });
    expect(signalsIn([...lively, flood]).filter(({ kind }) => kind === 'burst')).toHaveLength(1);
  });

  it('join windows that overlap to one burst, and keep two hours apart as two', () => {
    const quiet = many(48, (hour) => trace(hour * 60));
    const long = many(30, (minute) => trace(1001 + minute, { votes: 4 }));
    const later = trace(1510, { votes: 40 });
    const bursts = signalsIn([...quiet, ...long, later]).filter(({ kind }) => kind === 'burst');
    expect(bursts.map(({ votes, from, to }) => [votes, from, to])).toEqual([
      [121, at(1001), at(1031)],
      [40, at(1510), at(1511)],
    ]);
  });

  it('put most votes first', () => {
    const small = many(NETWORK_SIGNAL_VOTES, (i) => trace(i * 60, { network: 'home', proposalId: 'tree' }));
    const large = many(9, (i) => trace(i * 60, { network: 'school' }));
    expect(signalsIn([...small, ...large]).map(({ source }) => source)).toEqual(['school', 'home']);
  });
});
