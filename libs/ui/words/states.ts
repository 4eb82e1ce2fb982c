/** The words on screen for a plan's state; the desks and the API keep the English codes. */
const PROPOSAL_STATES: Readonly<Record<string, string>> = {
  draft: 'Nog niet geplaatst',
  open: 'Open voor stemmen',
  won: 'Gewonnen',
  'on-agenda': 'Op de agenda',
  discussed: 'Besproken',
  adopted: 'Aangenomen',
  'partly-adopted': 'Deels aangenomen',
  rejected: 'Afgewezen',
  'held-over': 'Aangehouden',
  'in-progress': 'In uitvoering',
  done: 'Klaar',
  closed: 'Gesloten zonder winst',
  withdrawn: 'Ingetrokken',
  merged: 'Samengevoegd',
};

export function proposalStateWords(state: string): string {
  return PROPOSAL_STATES[state] ?? state;
}

const KINDS: Readonly<Record<string, string>> = { plan: 'Plan', idea: 'Idee', statement: 'Stelling' };

export function kindWords(kind: string): string {
  return KINDS[kind] ?? kind;
}

export function choiceWords(choice: 'for' | 'against'): string {
  return choice === 'for' ? 'voor' : 'tegen';
}

/** The name beside a plan or a reaction; whoever erased their account has none left. */
export function personName(name: string): string {
  return name === '' ? 'Een bewoner' : name;
}
