import { REASONS, type ReasonCode } from './reasons';

/** What a line of the public moderation log can say was done. */
export const LOG_ACTS = [
  'hidden',
  'redacted',
  'kept',
  'restored',
  'appeal-rejected',
  'appeal-granted',
  'merged',
] as const;
export type LogAct = (typeof LOG_ACTS)[number];

export const LOG_SUBJECTS = ['proposal', 'argument', 'reply', 'picture'] as const;
export type LogSubject = (typeof LOG_SUBJECTS)[number];

/** What a line says; its hash covers all of it. */
export interface LogEntry {
  /** Counts the district's lines from 1. */
  readonly position: number;
  /** In UTC to the millisecond, as `Date#toISOString` writes it. */
  readonly at: string;
  readonly act: LogAct;
  readonly subject: LogSubject;
  readonly proposalNumber: number;
  readonly caseNumber: number | null;
  readonly reason: ReasonCode | null;
  readonly explanation: string;
}

/** A line as it is published; hashes in hexadecimal. */
export interface LogLine extends LogEntry {
  readonly previousHash: string;
  readonly hash: string;
}

/** Answers the 32 bytes of a SHA-256. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** What stands before the first line: 32 zero bytes. */
export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

/** The words of a moderator as everybody may read them: none where they could repeat what had to go. */
export function publicExplanation(reason: ReasonCode | null, words: string): string {
  return reason === null || REASONS[reason].isExplainedInPublic ? words : '';
}

/** The line as it is hashed: JSON on one line, its fields in this order. */
export function logText(entry: LogEntry): string {
  const { position, at, act, subject, proposalNumber, caseNumber, reason, explanation } = entry;
  return JSON.stringify({ position, at, act, subject, proposalNumber, caseNumber, reason, explanation });
}

/** The hash of a line: of the hash before it, followed by its text in UTF-8. */
export function hashOf(previousHash: string, entry: LogEntry, sha256: Sha256): string {
  return hexOf(sha256(Uint8Array.from([...bytesOf(previousHash), ...utf8Of(logText(entry))])));
}

export type LogFault = 'altered' | 'missing' | 'reordered';

export type LogVerification =
  | { readonly ok: true; readonly lines: number; /** Hash of the last line. */ readonly head: string }
  | { readonly ok: false; readonly position: number; readonly fault: LogFault };

/** Whether the lines, first one first, are those that were once written, with none taken out; else the first fault. */
export function verifyLog(lines: readonly LogLine[], sha256: Sha256): LogVerification {
  let head = FIRST_PREVIOUS_HASH;
  for (const [index, line] of lines.entries()) {
    const position = index + 1;
    if (line.position !== position) {
      const isElsewhere = lines.some((other) => other.position === position) || line.position < position;
      return { ok: false, position, fault: isElsewhere ? 'reordered' : 'missing' };
    }
    if (line.previousHash !== head || line.hash !== hashOf(head, line, sha256))
      return { ok: false, position, fault: 'altered' };
    head = line.hash;
  }
  return { ok: true, lines: lines.length, head };
}

function bytesOf(hex: string): number[] {
  return Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16),
  );
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** JSON writes half a character as an escape, so every character here is a whole one. */
function utf8Of(text: string): number[] {
  return [...text].flatMap((character) => {
    const code = Number(character.codePointAt(0));
    if (code < 0x80) return [code];
    if (code < 0x800) return [0xc0 | (code >> 6), tail(code)];
    if (code < 0x10000) return [0xe0 | (code >> 12), tail(code >> 6), tail(code)];
    return [0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code)];
  });
}

function tail(code: number): number {
  return 0x80 | (code & 0x3f);
}
