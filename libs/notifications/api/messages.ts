import { unreachable, type Role } from '@buurtstem/shared-domain';
import { code, link, paragraph, type MailText } from './mail-text';

/** What a winner's mails say; written in the transaction of the count, so nothing needs to be looked up later. */
export interface WinnerNews {
  readonly district: { readonly slug: string; readonly name: string };
  readonly proposalNumber: number;
  readonly title: string;
  readonly roundNumber: number;
  readonly votesFor: number;
  /** Null while no meeting has its agenda still open: the item waits in the queue. */
  readonly meeting: { readonly startsAt: string; readonly place: string } | null;
}

/** Why a message is sent. */
export const MESSAGE_KINDS = ['plan-won', 'voted-plan-won', 'item-queued'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

const WHEN = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const TIME = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
});

/** The mail to sign in with. Opening the link changes nothing: the page behind it asks to press a button. */
export function signInMail(codeText: string, minutes: number, url: string): MailText {
  return {
    subject: 'Inloggen bij Buurtstem',
    blocks: [
      paragraph('Hallo,'),
      paragraph('U wilt inloggen bij Buurtstem. Dit is uw code:'),
      code(codeText),
      paragraph('Vul deze code in op de pagina waar u bezig was. Of gebruik deze link:'),
      link('Inloggen bij Buurtstem', url),
      paragraph(
        `De code en de link werken ${minutes} minuten. Gebruik het apparaat waarop u de code hebt gevraagd.`,
      ),
      paragraph('Hebt u dit niet gevraagd? Dan hoeft u niets te doen. Geef de code aan niemand.'),
      paragraph('Buurtstem'),
    ],
  };
}

/** As a mail says to somebody what they are invited to be. */
const ROLE_WORDS: Readonly<Record<Role, string>> = {
  moderator: 'moderator',
  clerk: 'griffier',
  official: 'ambtenaar',
  'committee-member': 'commissielid',
  editor: 'redacteur',
  administrator: 'beheerder',
};

/** The mail that invites somebody to work for a district. Opening the link changes nothing. */
export function staffInvitationMail(role: Role, district: string, days: number, url: string): MailText {
  const word = ROLE_WORDS[role];
  return {
    subject: `Uitnodiging: word ${word} bij Buurtstem ${district}`,
    blocks: [
      paragraph('Hallo,'),
      paragraph(`U bent uitgenodigd voor Buurtstem ${district}. Uw taak wordt: ${word}.`),
      paragraph('Log in met dit e-mailadres. Dan ziet u de uitnodiging en kunt u die aannemen.'),
      link('Inloggen bij Buurtstem', url),
      paragraph(
        `De uitnodiging werkt ${days} dagen. Daarna hebt u een tweede sleutel nodig, zoals een app op uw telefoon. Wij helpen u daarbij.`,
      ),
      paragraph('Verwacht u deze uitnodiging niet? Dan hoeft u niets te doen.'),
      paragraph(`Buurtstem ${district}`),
    ],
  };
}

/** Tells that a second factor was added, so that its owner notices when it was somebody else. */
export function secondFactorMail(label: string, url: string): MailText {
  return {
    subject: 'Er is een tweede sleutel toegevoegd',
    blocks: [
      paragraph('Hallo,'),
      paragraph(`Bij uw account van Buurtstem is een tweede sleutel toegevoegd. De naam is: ${label}.`),
      paragraph('Hebt u dit zelf gedaan? Dan hoeft u niets te doen.'),
      paragraph('Was u dit niet? Log dan overal uit en neem contact op met de beheerder.'),
      link('Bekijk uw sleutels', url),
      paragraph('Buurtstem'),
    ],
  };
}

/** The mail for a message from the outbox. */
export function newsMail(kind: MessageKind, news: WinnerNews, publicUrl: string): MailText {
  const site = `${publicUrl}/${news.district.slug}`;
  const report = link('Bekijk de uitslag', `${site}/uitslagen/${news.roundNumber}`);
  switch (kind) {
    case 'plan-won':
      return {
        subject: `Uw plan heeft gewonnen: ${news.title}`,
        blocks: [
          paragraph('Gefeliciteerd!'),
          paragraph(
            `Uw plan ‘${news.title}’ kreeg ${news.votesFor} stemmen voor. Dat is het meest van alle plannen in deze ronde.`,
          ),
          paragraph(
            news.meeting
              ? `Uw plan staat nu op de agenda van de commissie. De vergadering is op ${dateAndTime(news.meeting.startsAt)} uur. De plaats is: ${news.meeting.place}. U krijgt vijf minuten om over uw plan te vertellen.`
              : 'Uw plan komt op de agenda van de commissie. De datum van die vergadering is nog niet bekend. De griffier plant de vergadering.',
          ),
          report,
          link('Bekijk de agenda', `${site}/agenda`),
          closing(news),
        ],
      };
    case 'voted-plan-won':
      return {
        subject: `Gewonnen: ${news.title}`,
        blocks: [
          paragraph('Hallo,'),
          paragraph(
            `U stemde voor het plan ‘${news.title}’. Dit plan heeft gewonnen met ${news.votesFor} stemmen voor.`,
          ),
          paragraph(
            news.meeting
              ? `De commissie bespreekt het plan op ${dateAndTime(news.meeting.startsAt)} uur. De plaats is: ${news.meeting.place}. U mag erbij zijn.`
              : 'De commissie bespreekt het plan in een vergadering. De datum is nog niet bekend.',
          ),
          report,
          link('Bekijk het plan', `${site}/plannen/${news.proposalNumber}`),
          closing(news),
        ],
      };
    case 'item-queued':
      return {
        subject: `Plan een vergadering voor: ${news.title}`,
        blocks: [
          paragraph('Hallo,'),
          paragraph(
            `Het plan ‘${news.title}’ heeft ronde ${news.roundNumber} gewonnen. Er is geen vergadering waarvan de agenda nog open is.`,
          ),
          paragraph(
            'Het plan wacht nu in de rij. Plan een vergadering. Dan komt het plan vanzelf op de agenda.',
          ),
          link('Bekijk de agenda', `${site}/agenda`),
          closing(news),
        ],
      };
    default:
      return unreachable(kind);
  }
}

function closing(news: WinnerNews) {
  return paragraph(`Buurtstem ${news.district.name}`);
}

function dateAndTime(iso: string): string {
  const date = new Date(iso);
  return `${WHEN.format(date)} om ${TIME.format(date).replace(':', '.')}`;
}
