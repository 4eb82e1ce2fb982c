import { draftRefusals, mayAddNote, mayEdit, textRefusals } from './index';

const good = { title: 'x'.repeat(10), summary: 'x'.repeat(20), body: 'x'.repeat(140) };

describe('the text of a proposal', () => {
  it('is accepted at its shortest and at its longest', () => {
    expect(textRefusals(good)).toEqual([]);
    expect(
      textRefusals({ title: 'x'.repeat(100), summary: 'x'.repeat(200), body: 'x'.repeat(5000) }),
    ).toEqual([]);
  });

  it('is refused naming every mistake at once', () => {
    expect(textRefusals({ title: 'short', summary: '', body: 'x'.repeat(5001) })).toEqual([
      'title-length',
      'summary-length',
      'body-length',
    ]);
  });
});

describe('the text of a draft', () => {
  it('may be unfinished, once it has its title', () => {
    expect(draftRefusals({ ...good, summary: '', body: 'Nog niet af.' })).toEqual([]);
    expect(draftRefusals({ ...good, title: 'short' })).toEqual(['title-length']);
  });

  it('is refused where it is too long', () => {
    expect(draftRefusals({ ...good, summary: 'x'.repeat(201), body: 'x'.repeat(5001) })).toEqual([
      'summary-length',
      'body-length',
    ]);
  });
});

describe('editing', () => {
  const draft = { submitterId: 'charlie', state: 'draft', hidden: false } as const;
  const open = { ...draft, state: 'open' } as const;

  it('is the submitter’s alone', () => {
    expect(mayEdit(draft, 'bob', false)).toEqual({ ok: false, refusal: 'not-the-submitter' });
    expect(mayAddNote(open, 'bob')).toEqual({ ok: false, refusal: 'not-the-submitter' });
  });

  it('is free in a draft and until the first vote or argument', () => {
    expect(mayEdit(draft, 'charlie', false).ok).toBe(true);
    expect(mayEdit(open, 'charlie', false).ok).toBe(true);
    expect(mayEdit(open, 'charlie', true)).toEqual({ ok: false, refusal: 'text-locked' });
  });

  it('ends when the proposal is no longer open, or hidden', () => {
    expect(mayEdit({ ...draft, state: 'won' }, 'charlie', false)).toEqual({
      ok: false,
      refusal: 'proposal-not-open',
    });
    expect(mayEdit({ ...open, hidden: true }, 'charlie', false).ok).toBe(false);
  });

  it('leaves room for dated notes while the proposal is open, also after the lock', () => {
    expect(mayAddNote(open, 'charlie').ok).toBe(true);
    expect(mayAddNote({ ...draft, state: 'closed' }, 'charlie')).toEqual({
      ok: false,
      refusal: 'proposal-not-open',
    });
  });
});
