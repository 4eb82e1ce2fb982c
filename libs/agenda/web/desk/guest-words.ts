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
      return { words: $localize`${name}:name: komt.`, icon: 'person-check' };
    case 'delegated':
      return { words: $localize`Iemand anders komt voor ${name}:name:.`, icon: 'person-check' };
    case 'declined':
      return { words: $localize`${name}:name: kan niet.`, icon: 'person' };
    case 'asked':
      return { words: $localize`${name}:name: gaf nog geen antwoord.`, icon: 'hourglass' };
    default:
      return { words: $localize`${name}:name: is nog niet uitgenodigd.`, icon: 'hourglass' };
  }
}
