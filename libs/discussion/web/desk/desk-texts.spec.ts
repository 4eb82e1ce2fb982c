import { REASON_CODES } from '@buurtstem/discussion-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { fits } from '@buurtstem/shared-domain';
import { markedPieces } from './marked-text';
import { withoutSpan, withoutWords } from './redaction-text';
import { builtInMessage } from './templates';

describe('the built-in messages', () => {
  const messages = REASON_CODES.flatMap((reason) =>
    (['hide', 'redact'] as const).map((happened) => builtInMessage(reason, happened, 'argument')),
  );

  it.each(messages)('fit, say that one can appeal, and are short sentences: %s', (message) => {
    expect(fits(message, TEXT_LENGTHS.message)).toBe(true);
    expect(message).toContain('binnen 14 dagen bezwaar maken');
    for (const sentence of message.split(/[.?]\s/))
      expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(25);
  });

  it('say something else for each reason', () => {
    expect(new Set(messages).size).toBe(messages.length);
  });
});

describe('taking words out', () => {
  it.each([
    ['Bel 0612 nu', 4, 8, 'Bel [weggehaald] nu'],
    ['Bel 0612 nu', 8, 4, 'Bel [weggehaald] nu'],
    ['0612', 0, 4, '[weggehaald]'],
    ['a [weggehaald] b', 0, 4, '[weggehaald] b'],
    ['a [weggehaald]b', 14, 15, 'a [weggehaald]'],
    ['a [weggehaald] b', 5, 16, 'a [weggehaald]'],
    ['[weggehaald] x [weggehaald]', 13, 14, '[weggehaald] [weggehaald] [weggehaald]'],
    ['[weggehaald] x [weggehaald]', 12, 15, '[weggehaald]'],
  ])('makes of ‘%s’ from %i to %i: %s', (text, start, end, left) => {
    expect(withoutSpan(text, start, end)).toBe(left);
  });

  it('takes words out everywhere, and leaves a text without them alone', () => {
    expect(withoutWords('a.b en a.b', 'a.b')).toBe('[weggehaald] en [weggehaald]');
    expect(withoutWords('axb', 'a.b')).toBe('axb');
    expect(withoutWords('axb', '')).toBe('axb');
  });
});

describe('marking what triggered a hint', () => {
  const marked = (text: string, ...matches: string[]) =>
    markedPieces(text, matches)
      .map(({ text: piece, isMarked }) => (isMarked ? `<${piece}>` : piece))
      .join('');

  it.each([
    ['Bel 0612 of 0612', ['0612'], 'Bel <0612> of <0612>'],
    ['Wat (is) dit?', ['(is)'], 'Wat <(is)> dit?'],
    ['1055 AB 12', ['1055 AB', '1055'], '<1055 AB> 12'],
    ['niets', [], 'niets'],
    ['niets', [''], 'niets'],
    ['', ['x'], ''],
    ['<b>x</b>', ['x'], '<b><x></b>'],
  ])('shows ‘%s’ with %j as %s', (text, matches, shown) => {
    expect(marked(text, ...matches)).toBe(shown);
  });
});
