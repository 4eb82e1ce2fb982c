import type { Role } from '@buurtstem/shared-domain';
import { code, link, paragraph, type MailText } from '../mail-text';
import { greeting } from './parts';

/** The mail to sign in with. Opening the link changes nothing: the page behind it asks to press a button. */
export function signIn(codeText: string, minutes: number, url: string): MailText {
  return {
    subject: 'Sign in to Buurtstem',
    blocks: [
      greeting,
      paragraph('You want to sign in to Buurtstem. This is your code:'),
      code(codeText),
      paragraph('Type this code on the page where you were. Or use this link:'),
      link('Sign in to Buurtstem', url),
      paragraph(
        `The code and the link work for ${minutes} minutes. Use the device on which you asked for the code.`,
      ),
      paragraph('Did you not ask for this? Then there is nothing to do. Do not give the code to anybody.'),
      paragraph('Buurtstem'),
    ],
  };
}

/** As a mail says to somebody what they are invited to be. */
const ROLE_WORDS: Readonly<Record<Role, string>> = {
  moderator: 'moderator',
  clerk: 'clerk',
  official: 'official',
  'committee-member': 'committee member',
  editor: 'editor',
  administrator: 'administrator',
};

/** The mail that invites somebody to work for a district. Opening the link changes nothing. */
export function staffInvitation(role: Role, district: string, days: number, url: string): MailText {
  const word = ROLE_WORDS[role];
  return {
    subject: `Invitation: become ${word} at Buurtstem ${district}`,
    blocks: [
      greeting,
      paragraph(`You are invited to work for Buurtstem ${district}. Your task will be: ${word}.`),
      paragraph('Sign in with this e-mail address. Then you see the invitation and can accept it.'),
      link('Sign in to Buurtstem', url),
      paragraph(
        `The invitation works for ${days} days. After that you need a second key, such as an app on your phone. We help you with that.`,
      ),
      paragraph('Did you not expect this invitation? Then there is nothing to do.'),
      paragraph(`Buurtstem ${district}`),
    ],
  };
}

/** Tells that a second factor was added, so that its owner notices when it was somebody else. */
export function secondFactor(label: string, url: string): MailText {
  return {
    subject: 'A second key was added',
    blocks: [
      greeting,
      paragraph(`A second key was added to your account of Buurtstem. Its name is: ${label}.`),
      paragraph('Did you do this yourself? Then there is nothing to do.'),
      paragraph('Was it not you? Then sign out everywhere and contact the administrator.'),
      link('See your keys', url),
      paragraph('Buurtstem'),
    ],
  };
}
