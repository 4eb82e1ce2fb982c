import fc from 'fast-check';
import { PROPOSAL_STATES } from '@buurtstem/proposals-domain';
import { mayEdit, mayLike, mayPost, mayReply, textBounds, type DiscussedProposal } from './index';

const open: DiscussedProposal = { state: 'open', hidden: false, publishedAt: new Date('2026-11-01') };
const closed: DiscussedProposal = { ...open, state: 'closed' };
const hiddenProposal: DiscussedProposal = { ...open, hidden: true };
const draft: DiscussedProposal = { state: 'draft', hidden: false, publishedAt: null };

const argument = {
  parentId: null,
  authorId: 'fatima',
  hidden: false,
  redacted: false,
  likes: 0,
  isAnswered: false,
};
const reply = { ...argument, parentId: 'argument' };
const shown = { hidden: false };
const hidden = { hidden: true };

const yes = { ok: true, value: true };
const no = (refusal: string) => ({ ok: false, refusal });

describe('posting an argument', () => {
  it.each([
    ['an open proposal', open, yes],
    ['a draft, as if it were not there', draft, no('proposal-not-found')],
    ['a hidden proposal, as if it were not there', hiddenProposal, no('proposal-not-found')],
    ['a closed proposal', closed, no('proposal-not-open')],
  ])('under %s', (_, proposal, answer) => expect(mayPost(proposal)).toEqual(answer));
});

describe('replying', () => {
  it.each([
    ['to an argument', open, argument, null, yes],
    ['to a reply: there is one level', open, reply, shown, no('reply-to-a-reply')],
    [
      'to a hidden argument, as if it were not there',
      open,
      { ...argument, hidden: true },
      null,
      no('argument-not-found'),
    ],
    [
      'to a reply under a hidden argument, as if it were not there',
      open,
      reply,
      hidden,
      no('argument-not-found'),
    ],
    [
      'under a hidden proposal, as if it were not there',
      hiddenProposal,
      argument,
      null,
      no('argument-not-found'),
    ],
    ['under a closed proposal', closed, argument, null, no('proposal-not-open')],
  ])('%s', (_, proposal, to, parent, answer) => expect(mayReply(proposal, to, parent)).toEqual(answer));
});

describe('editing a text', () => {
  it.each([
    ['an argument that nobody liked or answered', open, argument, null, yes],
    ['a reply after which nobody replied', open, reply, shown, yes],
    ['an argument after its first like', open, { ...argument, likes: 1 }, null, no('argument-locked')],
    [
      'an argument after its first reply',
      open,
      { ...argument, isAnswered: true },
      null,
      no('argument-locked'),
    ],
    ['a reply after a later one', open, { ...reply, isAnswered: true }, shown, no('argument-locked')],
    [
      'what a moderator took something out of',
      open,
      { ...argument, redacted: true },
      null,
      no('argument-locked'),
    ],
    [
      'a hidden argument, as if it were not there',
      open,
      { ...argument, hidden: true },
      null,
      no('argument-not-found'),
    ],
    [
      'a reply under a hidden argument, as if it were not there',
      open,
      reply,
      hidden,
      no('argument-not-found'),
    ],
    ['an argument under a closed proposal', closed, argument, null, no('proposal-not-open')],
  ])('%s', (_, proposal, text, parent, answer) =>
    expect(mayEdit(proposal, text, parent, 'fatima')).toEqual(answer),
  );

  it('is its writer’s alone, whatever its state', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PROPOSAL_STATES),
        fc.nat(),
        fc.boolean(),
        fc.boolean(),
        (state, likes, isAnswered, redacted) => {
          const text = { ...argument, likes, isAnswered, redacted };
          expect(mayEdit({ ...open, state }, text, null, 'kees')).toEqual(no('not-the-author'));
        },
      ),
    );
  });
});

describe('liking', () => {
  it.each([
    ['an argument of somebody else', open, argument, 'kees', 'liked', yes],
    ['taking that back', open, argument, 'kees', 'not-liked', yes],
    ['one’s own argument', open, argument, 'fatima', 'liked', no('own-argument')],
    ['taking back what nobody can give: on one’s own argument', open, argument, 'fatima', 'not-liked', yes],
    ['a reply, which has no likes', open, reply, 'kees', 'liked', no('argument-not-found')],
    [
      'a hidden argument, as if it were not there',
      open,
      { ...argument, hidden: true },
      'kees',
      'liked',
      no('argument-not-found'),
    ],
    ['under a closed proposal', closed, argument, 'kees', 'liked', no('proposal-not-open')],
    ['taking back under a closed proposal', closed, argument, 'kees', 'not-liked', no('proposal-not-open')],
  ] as const)('%s', (_, proposal, text, resident, wish, answer) =>
    expect(mayLike(proposal, text, resident, wish)).toEqual(answer),
  );
});

it('an argument takes 30 to 500 characters, a reply 2 to 500', () => {
  expect([textBounds(argument), textBounds(reply)]).toEqual([
    { range: { min: 30, max: 500 }, refusal: 'argument-length' },
    { range: { min: 2, max: 500 }, refusal: 'reply-length' },
  ]);
});
