import { Feed } from 'feed';
import { escapeHtml } from '@buurtstem/platform-api';
import type { LogAct, LogLine, LogSubject, ReasonCode } from '@buurtstem/discussion-domain';

/** The newest lines of the log as an Atom feed, in Dutch. Its addresses are whole ones, as a reader elsewhere needs. */
export function feedOf(
  district: { readonly slug: string; readonly name: string },
  lines: readonly LogLine[],
  publicUrl: string,
): string {
  const page = `${publicUrl}/${district.slug}/besluiten`;
  const address = `${publicUrl}/api/v1/districts/${district.slug}/moderation-log/feed`;
  const feed = new Feed({
    id: address,
    link: page,
    title: `Besluiten van moderators in ${district.name}`,
    description: 'Wat moderators verborgen, weghaalden of lieten staan, en waarom.',
    language: 'nl',
    generator: 'Buurtstem',
    // A log without lines has no time of its own; a feed must state one, and the same at every look.
    updated: new Date(lines[0]?.at ?? 0),
    feedLinks: { atom: address },
    author: { name: `Moderators van ${district.name}` },
  });
  for (const line of lines) {
    const at = new Date(line.at);
    feed.addItem({
      // The hash makes it one of its own, also when two installations have the same address one after the other.
      id: `${page}?besluit=${line.position}-${line.hash.slice(0, 12)}`,
      link: page,
      title: titleOf(line),
      // A feed's summary is HTML, and people wrote plain text.
      description: [
        line.reason === null ? '' : `Reden: ${REASONS[line.reason]}.`,
        escapeHtml(line.explanation),
      ]
        .filter(Boolean)
        .join(' '),
      date: at,
      published: at,
    });
  }
  return feed.atom1();
}

const SUBJECTS: Readonly<Record<LogSubject, string>> = {
  proposal: 'Plan',
  argument: 'Argument',
  reply: 'Reactie',
  picture: 'Foto',
};

const ACTS: Readonly<Record<LogAct, string>> = {
  hidden: 'verborgen',
  redacted: 'iets weggehaald',
  kept: 'blijft staan',
  restored: 'teruggezet',
  'appeal-rejected': 'bezwaar afgewezen',
  'appeal-granted': 'bezwaar toegekend, teruggezet',
  merged: 'samengevoegd met een ander plan',
};

const REASONS: Readonly<Record<ReasonCode, string>> = {
  duplicate: 'staat er al',
  irrelevant: 'gaat niet over het plan',
  'not-for-the-district': 'niet voor dit stadsdeel',
  'personal-data': 'persoonlijke gegevens',
  'insult-or-discrimination': 'belediging of discriminatie',
  advertising: 'reclame',
  'false-name': 'valse naam',
  unlawful: 'mag niet van de wet',
};

function titleOf({ act, subject, proposalNumber }: LogLine): string {
  const it =
    subject === 'proposal' ? `Plan ${proposalNumber}` : `${SUBJECTS[subject]} bij plan ${proposalNumber}`;
  return `${it}: ${ACTS[act]}`;
}
