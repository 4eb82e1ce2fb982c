import type { Role } from '@buurtstem/shared-domain';
import { code, link, paragraph, type MailText } from '../mail-text';
import { greeting } from './parts';

/** The mail to sign in with. Opening the link changes nothing: the page behind it asks to press a button. */
export function signIn(codeText: string, minutes: number, url: string): MailText {
  return {
    subject: 'Inloggen bij Buurtstem',
    blocks: [
      greeting,
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
export function staffInvitation(role: Role, district: string, days: number, url: string): MailText {
  const word = ROLE_WORDS[role];
  return {
    subject: `Uitnodiging: word ${word} bij Buurtstem ${district}`,
    blocks: [
      greeting,
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
export function secondFactor(label: string, url: string): MailText {
  return {
    subject: 'Er is een tweede sleutel toegevoegd',
    blocks: [
      greeting,
      paragraph(`Bij uw account van Buurtstem is een tweede sleutel toegevoegd. De naam is: ${label}.`),
      paragraph('Hebt u dit zelf gedaan? Dan hoeft u niets te doen.'),
      paragraph('Was u dit niet? Log dan overal uit en neem contact op met de beheerder.'),
      link('Bekijk uw sleutels', url),
      paragraph('Buurtstem'),
    ],
  };
}
