import fc from 'fast-check';
import { redact, REDACTION_MARK, redactionOf, undoRedaction, type Span } from './index';

const M = REDACTION_MARK;
const CHANGED = { ok: false, refusal: 'redaction-changes-text' };

describe('taking something out of a text', () => {
  const text = 'Bel mevrouw Jansen op 06-12345678, of kom langs op nummer 14.';

  it.each([
    ['in the middle', `Bel mevrouw Jansen op ${M}, of kom langs op nummer 14.`, 1],
    ['at the beginning', `${M} op 06-12345678, of kom langs op nummer 14.`, 1],
    ['at the end', `Bel mevrouw Jansen op 06-12345678, of kom langs op ${M}`, 1],
    ['in several places', `Bel mevrouw ${M} op ${M}, of kom langs op ${M}.`, 3],
    ['all of it', M, 1],
    ['with two marks beside each other', `Bel mevrouw ${M}${M}, of kom langs op nummer 14.`, 2],
  ])('is accepted %s', (_, redacted, marks) => {
    expect(redactionOf(text, redacted)).toEqual({ ok: true, value: marks });
  });

  it.each([
    ['a letter changed', `Bel meneer Jansen op ${M}, of kom langs op nummer 14.`],
    ['a word added before the mark', `Bel mevrouw Jansen op nummer ${M}, of kom langs op nummer 14.`],
    ['a word added at the end', `Bel mevrouw Jansen op ${M}, of kom langs op nummer 14. Dank.`],
    ['a word left out without a mark', `Bel Jansen op ${M}, of kom langs op nummer 14.`],
    ['pieces in another order', `${M}of kom langs${M}Bel mevrouw${M}`],
    ['nothing taken out, but something changed', 'Bel mevrouw Jansen.'],
    ['a mark that stands for nothing', `Bel mevrouw Jansen op 06-12345678, of kom langs op nummer 14.${M}`],
    ['a mark in the middle that stands for nothing', `Bel ${M}mevrouw Jansen op ${M}`],
    ['more marks than characters', M.repeat(text.length + 1)],
    ['another mark', text.replace('06-12345678', '[verwijderd]')],
  ])('is refused with %s', (_, redacted) => {
    expect(redactionOf(text, redacted)).toEqual(CHANGED);
  });

  it('is refused where nothing was taken out', () => {
    const refused = { ok: false, refusal: 'redaction-removes-nothing' };
    expect(redactionOf(text, text)).toEqual(refused);
    expect(redactionOf(`Bel ${M}.`, `Bel ${M}.`)).toEqual(refused);
  });

  it('takes out more where something was taken out before, and no half marks', () => {
    const once = `Bel mevrouw ${M} op 06-12345678.`;
    expect(redactionOf(once, `Bel mevrouw ${M} op ${M}.`)).toEqual({ ok: true, value: 2 });
    expect(redactionOf(once, `Bel mevrouw ${M.slice(0, 4)}${M}.`)).toEqual(CHANGED);
  });

  it('leaves no half an emoji', () => {
    expect(redactionOf('Kom 😀 maar', `Kom ${M} maar`).ok).toBe(true);
    expect(redactionOf('Kom 😀 maar', `Kom \uD83D${M} maar`)).toEqual(CHANGED);
    expect(redactionOf('Kom 😀 maar', `Kom ${M}\uDE00 maar`)).toEqual(CHANGED);
  });

  it('accepts whatever spans are replaced, in every text', () => {
    fc.assert(
      fc.property(texts, spans, (original, chosen) => {
        fc.pre(chosen.some(({ start, end }) => start < Math.min(end, original.length)));
        const cut = chosen.map(({ start, end }) => ({ start, end: Math.min(end, original.length) }));
        expect(redactionOf(original, redact(original, cut)).ok).toBe(true);
      }),
    );
  });

  it('refuses whatever other letter is changed, in every text', () => {
    fc.assert(
      fc.property(texts, spans, fc.nat(), (original, chosen, place) => {
        const redacted = redact(original, chosen);
        const at = place % (redacted.length + 1);
        const changed = `${redacted.slice(0, at)}Ω${redacted.slice(at + 1)}`;
        expect(redactionOf(original, changed)).toEqual(CHANGED);
      }),
    );
  });
});

describe('the text with marks', () => {
  it.each([
    [[{ start: 0, end: 3 }], `${M} mevrouw`],
    [[{ start: 4, end: 11 }], `Bel ${M}`],
    [[], 'Bel mevrouw'],
    [[{ start: 5, end: 5 }], 'Bel mevrouw'],
    [
      [
        { start: 6, end: 11 },
        { start: 4, end: 6 },
      ],
      `Bel ${M}`,
    ],
    [
      [
        { start: 0, end: 11 },
        { start: 4, end: 6 },
      ],
      M,
    ],
  ])('has one for each span that stands by itself: %j', (chosen: Span[], expected) => {
    expect(redact('Bel mevrouw', chosen)).toBe(expected);
  });
});

describe('undoing a redaction', () => {
  const text = 'Bel Jansen op 06-12345678 of De Vries op 06-87654321.';
  const first = text.replace('06-12345678', M);

  it('brings the text back', () => {
    expect(undoRedaction(text, first, first)).toBe(text);
  });

  it.each([
    ['after it', first.replace('06-87654321', M), text.replace('06-87654321', M)],
    ['before it', first.replace('Jansen', M), text.replace('Jansen', M)],
    ['around it', `Bel ${M} De Vries op 06-87654321.`, `Bel ${M} De Vries op 06-87654321.`],
  ])('leaves out what was taken out later %s', (_, current, expected) => {
    expect(undoRedaction(text, first, current)).toBe(expected);
  });

  it('leaves a text that its author has written anew', () => {
    expect(undoRedaction(text, first, 'Bel het buurthuis.')).toBeNull();
    expect(undoRedaction(text, 'Bel het buurthuis.', `Bel ${M}.`)).toBeNull();
  });

  it('is not misled by a private character that somebody wrote', () => {
    expect(undoRedaction('a \uE000 b c', `a \uE000 ${M} c`, `${M} \uE000 ${M} c`)).toBe(`${M} \uE000 b c`);
  });

  it('never brings back a character that only the later one took out', () => {
    const later = fc.tuple(fc.stringMatching(/^[a-z ]{1,20}$/), fc.stringMatching(/^[a-z ]{1,20}$/));
    fc.assert(
      fc.property(later, ([before, after]) => {
        const original = `${before}123${after}456`;
        const redacted = original.replace('123', M);
        const current = redacted.replace('456', M);
        expect(undoRedaction(original, redacted, current)).toBe(`${before}123${after}${M}`);
      }),
    );
  });
});

const texts = fc.stringMatching(/^[a-z .]{1,60}$/);
const spans = fc.array(
  fc
    .tuple(fc.nat(59), fc.integer({ min: 1, max: 10 }))
    .map(([start, length]) => ({ start, end: start + length })),
  { minLength: 1, maxLength: 4 },
);
