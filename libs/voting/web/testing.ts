import type { Count, CountLine, District, MyVote, Proposal, Rulebook } from '@buurtstem/contract';

/** Builders for the specs of this room: one valid thing each, of which a spec changes what it is about. */
export function aLine(number: number, changes: Partial<CountLine> = {}): CountLine {
  return {
    rank: number,
    number,
    title: `Plan ${number}`,
    votesFor: 120,
    votesAgainst: 10,
    onPaper: 0,
    held: 0,
    invalid: 0,
    waiting: 0,
    chancesLeft: 2,
    reachedThreshold: true,
    publishedAt: '2026-10-12T09:00:00Z',
    state: 'open',
    neighbourhood: null,
    picture: null,
    ...changes,
  };
}

export function aCount(changes: Partial<Count> = {}): Count {
  const lines = changes.lines ?? [aLine(1), aLine(2, { votesFor: 80, reachedThreshold: false })];
  return {
    roundNumber: 2,
    version: 1,
    reportNumber: 4,
    sha256: 'ec39186af07ad4508c54726267691f31f4e5197e028dff1cfb5ebef4551fc30c',
    reason: '',
    supersedes: null,
    supersededBy: null,
    closesAt: '2026-11-10T15:00:00Z',
    countedAt: '2026-11-10T15:00:07Z',
    rulebookVersion: 4,
    threshold: 100,
    seed: '7f3a91c4',
    winner: lines[0] ?? null,
    decidedBy: 'votes',
    lines,
    exclusions: [],
    totals: { proposals: lines.length, votesFor: 1041, votesAgainst: 343, residents: 602, notCounted: 0 },
    agendaItem: null,
    ...changes,
  };
}

export function aDistrict(changes: Partial<District> = {}): District {
  return {
    slug: 'west',
    name: 'West',
    municipality: 'Voorbeeldstad',
    theme: 'west',
    neighbourhoods: [{ slug: 'molenwijk', name: 'Molenwijk' }],
    proposalThemes: [],
    currentRound: {
      number: 3,
      state: 'open',
      closesAt: '2026-12-08T15:00:00Z',
      seed: null,
      countPublished: false,
    },
    rulebookVersion: 4,
    openProposals: 24,
    ...changes,
  };
}

export function aRulebook(): Rulebook {
  return {
    version: 4,
    effectiveFrom: '2026-01-01T00:00:00Z',
    threshold: 100,
    chances: 3,
    countRule: { kind: 'nth-weekday', nth: 2, weekday: 2, time: '16:00', timeZone: 'Europe/Amsterdam' },
    recess: [],
    identityLevel: 0,
    answerTermDays: 42,
    accountsPerEmail: 1,
    inactiveAfterMonths: 24,
    voteLimits: { newVotersPerNetwork: [], newVotersPerMailDomain: [], votesPerAccount: [] },
    lengths: {
      title: { min: 10, max: 100 },
      summary: { min: 20, max: 200 },
      body: { min: 140, max: 5000 },
      argument: { min: 30, max: 500 },
    },
  };
}

export function aProposal(changes: Partial<Proposal> = {}): Proposal {
  return {
    number: 5,
    kind: 'plan',
    title: 'Veilig oversteken bij de Sluisbrug',
    summary: 'Een zebrapad en een drempel maken het veilig.',
    body: 'Mijn plan heeft drie delen.',
    state: 'open',
    neighbourhood: null,
    theme: null,
    place: null,
    submitterName: 'Joris Bakker',
    publishedAt: '2026-11-11T09:00:00Z',
    chancesLeft: 3,
    picture: null,
    pictures: [],
    notes: [],
    events: [],
    chances: [{ roundNumber: 3, closesAt: '2026-12-08T15:00:00Z', state: 'now' }],
    standing: { votesFor: 87, votesAgainst: 9 },
    argumentCount: 0,
    rank: 5,
    openCount: 24,
    agendaItem: null,
    mine: false,
    editable: false,
    version: 1,
    redacted: false,
    coSubmitters: [],
    mergedInto: null,
    ...changes,
  };
}

export function aVote(choice: MyVote['choice'], changes: Partial<MyVote> = {}): MyVote {
  const status = changes.status ?? (choice === null ? 'none' : 'counts');
  return {
    choice,
    status,
    counts: status === 'counts',
    castAt: choice === null ? null : '2026-11-29T13:32:00Z',
    countedAt: '2026-12-08T15:00:00Z',
    neededLevel: 1,
    level: status === 'waiting' ? 0 : 1,
    reason: null,
    channel: 'online',
    ...changes,
  };
}
