import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  FIRST_PREVIOUS_HASH,
  hashOf,
  logText,
  publicExplanation,
  REASON_CODES,
  verifyLog,
  type LogEntry,
  type LogLine,
} from './index';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

const ENTRY: LogEntry = {
  position: 1,
  at: '2026-11-25T14:02:00.000Z',
  act: 'hidden',
  subject: 'argument',
  proposalNumber: 12,
  caseNumber: 7,
  reason: 'irrelevant',
  explanation: 'Dit gaat over een ander plan.\nZet het dáár neer 😀',
};

/** A chain of lines, as the log is written. */
function chain(entries: readonly LogEntry[]): LogLine[] {
  let previousHash = FIRST_PREVIOUS_HASH;
  return entries.map((entry) => {
    const line = { ...entry, previousHash, hash: hashOf(previousHash, entry, sha256) };
    previousHash = line.hash;
    return line;
  });
}
const numbered = (count: number) =>
  chain(Array.from({ length: count }, (_, index) => ({ ...ENTRY, position: index + 1 })));

describe('a line of the log', () => {
  it('is hashed as JSON on one line, its fields in one order, however it came', () => {
    const shuffled = Object.fromEntries(Object.entries(ENTRY).reverse()) as unknown as LogEntry;
    expect(logText(shuffled)).toBe(
      '{"position":1,"at":"2026-11-25T14:02:00.000Z","act":"hidden","subject":"argument","proposalNumber":12,"caseNumber":7,"reason":"irrelevant","explanation":"Dit gaat over een ander plan.\\nZet het dáár neer 😀"}',
    );
  });

  it('has the hash that anybody computes from the hash before and its text', () => {
    const before = createHash('sha256').update('before').digest('hex');
    const expected = createHash('sha256').update(Buffer.from(before, 'hex')).update(logText(ENTRY), 'utf8');
    expect(hashOf(before, ENTRY, sha256)).toBe(expected.digest('hex'));
  });

  it('is written in UTF-8, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (explanation) => {
        const entry = { ...ENTRY, explanation };
        const expected = createHash('sha256').update(Buffer.alloc(32)).update(logText(entry), 'utf8');
        expect(hashOf(FIRST_PREVIOUS_HASH, entry, sha256)).toBe(expected.digest('hex'));
      }),
    );
    // JSON writes half a character as an escape, so it never comes to the bytes as such.
    expect(logText({ ...ENTRY, explanation: '\uD83D' })).toContain('\\ud83d');
  });

  it('repeats no words where these could repeat what had to go', () => {
    expect(publicExplanation('irrelevant', 'Over iets anders.')).toBe('Over iets anders.');
    expect(publicExplanation(null, 'Samengevoegd.')).toBe('Samengevoegd.');
    expect(REASON_CODES.filter((reason) => publicExplanation(reason, 'x') === '')).toEqual([
      'personal-data',
      'insult-or-discrimination',
      'false-name',
      'unlawful',
    ]);
  });
});

describe('the chain', () => {
  const lines = numbered(5);

  it('is whole as it was written', () => {
    expect(verifyLog(lines, sha256)).toEqual({ ok: true, lines: 5, head: lines[4]!.hash });
    expect(verifyLog([], sha256)).toEqual({ ok: true, lines: 0, head: FIRST_PREVIOUS_HASH });
  });

  it.each([
    ['at', '2026-11-25T14:02:00.001Z'],
    ['act', 'kept'],
    ['subject', 'reply'],
    ['proposalNumber', 13],
    ['caseNumber', null],
    ['reason', 'duplicate'],
    ['explanation', 'Dit gaat over een ander plan'],
    ['hash', `0${lines[2]!.hash.slice(1)}`],
    ['previousHash', lines[0]!.hash],
  ])('shows a line whose %s was altered', (field, value) => {
    const altered = lines.map((line, index) => (index === 2 ? { ...line, [field]: value } : line));
    expect(verifyLog(altered, sha256)).toEqual({ ok: false, position: 3, fault: 'altered' });
  });

  it('shows an altered line whose hash was made to fit, at the line after it', () => {
    const forged = { ...lines[2]!, act: 'kept' as const };
    forged.hash = hashOf(forged.previousHash, forged, sha256);
    const altered = lines.map((line, index) => (index === 2 ? forged : line));
    expect(verifyLog(altered, sha256)).toEqual({ ok: false, position: 4, fault: 'altered' });
  });

  it('shows a line that is missing', () => {
    expect(
      verifyLog(
        lines.filter(({ position }) => position !== 3),
        sha256,
      ),
    ).toEqual({
      ok: false,
      position: 3,
      fault: 'missing',
    });
    expect(verifyLog(lines.slice(1), sha256)).toEqual({ ok: false, position: 1, fault: 'missing' });
  });

  it('shows lines in another order, and one that stands there twice', () => {
    const [first, second, ...rest] = lines as [LogLine, LogLine, ...LogLine[]];
    const fault = { ok: false, position: 1, fault: 'reordered' };
    expect(verifyLog([second, first, ...rest], sha256)).toEqual(fault);
    expect(verifyLog([first, first, second, ...rest], sha256)).toEqual({ ...fault, position: 2 });
    expect(verifyLog([...lines, first], sha256)).toEqual({ ...fault, position: 6 });
  });

  it('shows any one line that is left out, wherever it stood, but the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), (count, chosen) => {
        const position = (chosen % (count - 1)) + 1;
        const left = numbered(count).filter((line) => line.position !== position);
        expect(verifyLog(left, sha256)).toMatchObject({ ok: false, position });
      }),
    );
  });
});
