import type { InvitationState } from '@buurtstem/contract';
import type { IconName } from '@buurtstem/ui';

export interface GuestWords {
  readonly words: string;
  readonly icon: IconName;
}

/** What the submitter of a winner answered, for who needs to know no more than whether somebody comes. */
export function guestWords(name: string, state: InvitationState | null): GuestWords {
  switch (state) {
    case 'accepted':
      return { words: `${name} komt.`, icon: 'person-check' };
    case 'delegated':
      return { words: `Iemand anders komt voor ${name}.`, icon: 'person-check' };
    case 'declined':
      return { words: `${name} kan niet.`, icon: 'person' };
    case 'asked':
      return { words: `${name} gaf nog geen antwoord.`, icon: 'hourglass' };
    default:
      return { words: `${name} is nog niet uitgenodigd.`, icon: 'hourglass' };
  }
}
