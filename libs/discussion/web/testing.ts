import { TestBed } from '@angular/core/testing';
import type { Type } from '@angular/core';
import type {
  Account,
  Argument,
  LogLine,
  MergeRequest,
  MyDecision,
  Reply,
  Statement,
} from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { showPage } from '@buurtstem/ui/testing';

/** Builders for the specs of this room: one valid thing each, of which a spec changes what it is about. */
export function aReply(changes: Partial<Reply> = {}): Reply {
  return {
    id: 'r1',
    body: 'Dank u. Ik neem dit mee.',
    authorName: 'Joris Bakker',
    bySubmitter: true,
    postedAt: '2026-11-20T10:00:00Z',
    editedAt: null,
    redacted: false,
    mine: false,
    editable: false,
    version: 1,
    ...changes,
  };
}

export function anArgument(changes: Partial<Argument> = {}): Argument {
  return {
    ...aReply({
      id: 'a1',
      body: 'Mijn zoon van negen durft hier niet alleen te fietsen.',
      authorName: 'Fatma Yıldız',
      bySubmitter: false,
    }),
    side: 'for',
    likes: 24,
    liked: false,
    replies: [],
    replyCount: 0,
    ...changes,
  };
}

export function aStatement(changes: Partial<Statement> = {}): Statement {
  return {
    id: 's1',
    body: 'Wij kennen deze plek.\n\nDat zoeken we uit.',
    authorName: 'Samira Kaya',
    authorRole: 'moderator',
    postedAt: '2026-11-22T10:00:00Z',
    ...changes,
  };
}

export function aLogLine(changes: Partial<LogLine> = {}): LogLine {
  return {
    position: 41,
    at: '2026-11-25T10:00:00Z',
    act: 'hidden',
    subject: 'reply',
    proposalNumber: 5,
    caseNumber: 12,
    reason: 'irrelevant',
    explanation: 'Uw reactie gaat over een ander plein.',
    previousHash: '0'.repeat(64),
    hash: 'ab'.repeat(32),
    ...changes,
  };
}

export function aDecision(changes: Partial<MyDecision> = {}): MyDecision {
  return {
    caseNumber: 12,
    state: 'upheld',
    subject: 'argument',
    isReply: true,
    proposalNumber: 5,
    proposalTitle: 'Veilig oversteken bij de Sluisbrug',
    text: 'Bel die familie maar eens.',
    verdict: 'hide',
    reason: 'personal-data',
    message: 'Er stond een telefoonnummer in.',
    decidedAt: '2026-11-25T10:00:00Z',
    appealUntil: '2026-12-09T10:00:00Z',
    mayAppeal: true,
    appeal: null,
    finalMessage: null,
    ...changes,
  };
}

export function aMergeRequest(changes: Partial<MergeRequest> = {}): MergeRequest {
  return {
    id: 'm1',
    state: 'asked',
    duplicate: { number: 9, title: 'Een zebrapad bij de brug', agreed: false, mine: true },
    target: { number: 5, title: 'Veilig oversteken', agreed: false, mine: false },
    message: 'Beide plannen gaan over hetzelfde zebrapad.',
    askedAt: '2026-11-25T10:00:00Z',
    ...changes,
  };
}

/** A part of a page in the district West, as this person sees it; `null` is nobody. */
export async function showAs(
  visitor: Account | null,
  page: Type<unknown>,
  inputs: Record<string, unknown> = {},
) {
  const shown = await showPage(page, {
    inputs,
    before: () => TestBed.inject(CurrentDistrict).choose('west'),
  });
  for (const session of shown.http.match('/api/v1/session')) session.flush({ account: visitor });
  await shown.settle();
  return shown;
}

/** Makes the window of the specs this wide, which it has no width of its own for. */
export function windowIs(width: 'wide' | 'narrow'): void {
  window.matchMedia = (media: string) =>
    Object.assign(new EventTarget(), { matches: width === 'wide', media, onchange: null }) as MediaQueryList;
}
