import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AGENDA_ITEM_STATES,
  agendaItemTransition,
  INVITATION_STATES,
  invitationTransition,
  type AgendaItemVerb,
  type InvitationVerb,
} from '@buurtstem/agenda-domain';
import {
  CASE_STATES,
  caseTransition,
  MERGE_STATES,
  mergeTransition,
  type CaseVerb,
  type MergeVerb,
} from '@buurtstem/discussion-domain';
import { PROPOSAL_STATES, transition, type ProposalVerb } from '@buurtstem/proposals-domain';
import {
  ROUND_STATES,
  roundTransition,
  VOTE_BATCH_STATES,
  voteBatchTransition,
  type RoundVerb,
  type VoteBatchVerb,
} from '@buurtstem/voting-domain';

const FOLDER = join(__dirname, '../../../docs/lifecycles');

type Step = (state: string, verb: string) => { ok: true; value: string } | { ok: false };

interface Lifecycle {
  readonly states: readonly string[];
  readonly verbs: readonly string[];
  readonly step: Step;
}

/** Every verb of a lifecycle: a type has no list, so the compiler checks that none is forgotten. */
function verbsOf<Verb extends string>(verbs: Readonly<Record<Verb, true>>): string[] {
  return Object.keys(verbs);
}

/** Every drawing, and the function that it draws. */
const LIFECYCLES: Readonly<Record<string, Lifecycle>> = {
  'agenda-item': {
    states: AGENDA_ITEM_STATES,
    step: agendaItemTransition as Step,
    verbs: verbsOf<AgendaItemVerb>({
      schedule: true,
      move: true,
      'take-off': true,
      discuss: true,
      decide: true,
      'hold-over': true,
      'follow-up': true,
      supersede: true,
    }),
  },
  invitation: {
    states: INVITATION_STATES,
    step: invitationTransition as Step,
    verbs: verbsOf<InvitationVerb>({ accept: true, delegate: true, decline: true, lapse: true }),
  },
  'merge-request': {
    states: MERGE_STATES,
    step: mergeTransition as Step,
    verbs: verbsOf<MergeVerb>({ merge: true, decline: true, cancel: true }),
  },
  'moderation-case': {
    states: CASE_STATES,
    step: caseTransition as Step,
    verbs: verbsOf<CaseVerb>({
      dismiss: true,
      uphold: true,
      appeal: true,
      confirm: true,
      overturn: true,
    }),
  },
  proposal: {
    states: PROPOSAL_STATES,
    step: transition as Step,
    verbs: verbsOf<ProposalVerb>({
      publish: true,
      win: true,
      schedule: true,
      'take-off': true,
      reopen: true,
      discuss: true,
      adopt: true,
      'adopt-partly': true,
      reject: true,
      'hold-over': true,
      start: true,
      finish: true,
      close: true,
      withdraw: true,
      merge: true,
    }),
  },
  round: {
    states: ROUND_STATES,
    step: roundTransition as Step,
    verbs: verbsOf<RoundVerb>({ open: true, count: true, recount: true }),
  },
  'vote-batch': {
    states: VOTE_BATCH_STATES,
    step: voteBatchTransition as Step,
    verbs: verbsOf<VoteBatchVerb>({
      propose: true,
      release: true,
      invalidate: true,
      reinstate: true,
    }),
  },
};

/** `on_agenda --> won: take off (why)` is the arrow `on-agenda take-off won`; how a thing comes into being is no verb. */
function drawnIn(name: string): string[] {
  const lines = readFileSync(join(FOLDER, `${name}.md`), 'utf8').matchAll(
    /^ {2}(\w+) --> (\w+): ([^(\n]+)/gm,
  );
  return [...lines].map(([, from, to, label]) =>
    [from, label?.trim().replaceAll(' ', '-'), to].map((part) => part?.replaceAll('_', '-')).join(' '),
  );
}

describe('the drawings of the lifecycles', () => {
  it('are all held against a function here, but the vote’s, whose moves are choices', () => {
    const names = readdirSync(FOLDER).map((file) => file.replace('.md', ''));
    expect(names.filter((name) => name !== 'vote').sort()).toEqual(Object.keys(LIFECYCLES).sort());
  });

  it.each(Object.entries(LIFECYCLES))(
    '%s: the arrows drawn are the arrows in the code',
    (name, { states, verbs, step }) => {
      const drawn = drawnIn(name);
      expect(drawn.length).toBeGreaterThan(0);
      const inCode = states.flatMap((state) =>
        verbs.flatMap((verb) => {
          const next = step(state, verb);
          return next.ok ? [`${state} ${verb} ${next.value}`] : [];
        }),
      );
      expect([...drawn].sort()).toEqual(inCode.sort());
    },
  );
});
