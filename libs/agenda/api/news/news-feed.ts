import { Feed } from 'feed';
import { escapeHtml } from '@buurtstem/platform-api';
import type { AgendaItemDto } from '@buurtstem/proposals-api';
import { dateAndTime, DECISIONS } from '../exports/dutch';
import type { ExportedDistrict } from '../exports/printed-agenda';

/** One thing that happened with a plan. */
export interface News {
  /** Its own among everything that happened, and the same at every look. */
  readonly id: string;
  readonly at: string;
  readonly proposalNumber: number;
  readonly title: string;
  /** Plain text. */
  readonly text: string;
}

/** An item, and when it won. */
export type WonItem = AgendaItemDto & { readonly wonAt: string };

/** What happened with these plans, newest first. */
export function newsOf(items: readonly WonItem[]): News[] {
  return items
    .flatMap(newsOfItem)
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1));
}

function newsOfItem(item: WonItem): News[] {
  const { proposalNumber, title: plan, roundNumber, changes, outcomes, progress } = item;
  const about = (id: string, at: string, title: string, text: string): News => ({
    id: `${item.id}-${id}`,
    at,
    proposalNumber,
    title: `${title}: ${plan}`,
    text,
  });
  return [
    about('won', item.wonAt, 'Gewonnen', `Dit plan heeft ronde ${roundNumber} gewonnen.`),
    ...changes.map(({ from, to, reason, changedAt }, i) => {
      const place = to ? `De commissie bespreekt het op ${dateAndTime(to.startsAt)}, ${to.place}.` : '';
      const title = to ? (from ? 'Op een andere agenda' : 'Op de agenda') : 'Van de agenda';
      return about(`way-${i + 1}`, changedAt, title, [place, reason].filter(Boolean).join(' '));
    }),
    ...outcomes.map(({ decision, reasons, decidedAt }, i) =>
      about(`outcome-${i + 1}`, decidedAt, `Besluit: ${DECISIONS[decision]}`, reasons),
    ),
    ...progress.map(({ text, responsible, reportedAt, finishes }, i) =>
      about(`progress-${i + 1}`, reportedAt, finishes ? 'Klaar' : 'Voortgang', `${text} (${responsible})`),
    ),
  ];
}

/** News as an Atom feed, in Dutch. Its addresses are whole ones, as a reader elsewhere needs. */
export function feedOf(
  { slug, name }: ExportedDistrict,
  news: readonly News[],
  feed: { readonly title: string; readonly address: string; readonly page: string },
  publicUrl: string,
): string {
  const atom = new Feed({
    id: feed.address,
    link: feed.page,
    title: feed.title,
    description: 'Welke plannen wonnen, wat de commissie besloot, en wat er sindsdien gebeurt.',
    language: 'nl',
    generator: 'Buurtstem',
    // Without news there is no time of its own; a feed must state one, and the same at every look.
    updated: new Date(news[0]?.at ?? 0),
    feedLinks: { atom: feed.address },
    author: { name: `Buurtstem ${name}` },
  });
  for (const { id, at, proposalNumber, title, text } of news) {
    const page = `${publicUrl}/${slug}/plannen/${proposalNumber}`;
    atom.addItem({
      id: `${page}?nieuws=${id}`,
      link: page,
      // A title and a summary are HTML here, and people wrote plain text.
      title: escapeHtml(title),
      description: escapeHtml(text),
      date: new Date(at),
      published: new Date(at),
    });
  }
  return atom.atom1();
}
