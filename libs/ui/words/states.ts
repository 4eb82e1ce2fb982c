/** The words on screen for a plan's state; the desks and the API keep the English codes. */
const PROPOSAL_STATES: Readonly<Record<string, string>> = {
  draft: $localize`Nog niet geplaatst`,
  open: $localize`Open voor stemmen`,
  won: $localize`Gewonnen`,
  'on-agenda': $localize`Op de agenda`,
  discussed: $localize`Besproken`,
  adopted: $localize`Aangenomen`,
  'partly-adopted': $localize`Deels aangenomen`,
  rejected: $localize`Afgewezen`,
  'held-over': $localize`Aangehouden`,
  'in-progress': $localize`In uitvoering`,
  done: $localize`Klaar`,
  closed: $localize`Gesloten zonder winst`,
  withdrawn: $localize`Ingetrokken`,
  merged: $localize`Samengevoegd`,
};

export function proposalStateWords(state: string): string {
  return PROPOSAL_STATES[state] ?? state;
}

const KINDS: Readonly<Record<string, string>> = {
  plan: $localize`Plan`,
  idea: $localize`Idee`,
  statement: $localize`Stelling`,
};

export function kindWords(kind: string): string {
  return KINDS[kind] ?? kind;
}

export function choiceWords(choice: 'for' | 'against'): string {
  return choice === 'for' ? $localize`voor` : $localize`tegen`;
}

/** The name beside a plan or a reaction; whoever erased their account has none left. */
export function personName(name: string): string {
  return name === '' ? $localize`Een bewoner` : name;
}
