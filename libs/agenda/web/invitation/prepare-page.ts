import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SignInFirst, Visitor } from '@buurtstem/accounts-web';
import type { InvitationState, MeetingInvitation } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  describePage,
  Failed,
  Icon,
  isMissing,
  lastValue,
  MomentPipe,
  NotFound,
  type NoticeKind,
  Notice,
} from '@buurtstem/ui';
import { AgendaApi } from '../agenda-api';
import { contactWords } from '../meeting-words';
import { AnswerForm } from './answer-form';
import { InvitationApi } from './invitation-api';

interface Said {
  readonly kind: NoticeKind;
  readonly strong: string;
  readonly rest: string;
}

/** What the submitter of a winner needs to know before the meeting: when, where, how it goes, what to say. */
@Component({
  selector: 'bs-prepare-page',
  imports: [RouterLink, AnswerForm, Failed, Icon, MomentPipe, NotFound, Notice, SignInFirst],
  templateUrl: './prepare-page.html',
})
export class PreparePage {
  readonly number = input.required({ transform: numberAttribute });

  private readonly agenda = inject(AgendaApi);
  protected readonly current = inject(CurrentDistrict);
  protected readonly visitor = inject(Visitor);
  protected readonly resource = inject(InvitationApi).mine(this.number);
  protected readonly invitation = lastValue(this.resource);
  protected readonly returnTo = computed(() => `/${this.current.slug()}/voorbereiden/${this.number()}`);
  protected readonly calendar = computed(() => {
    const invitation = this.invitation();
    return invitation ? this.agenda.agendaAs(invitation.meeting, 'calendar') : null;
  });
  protected readonly said = computed<Said | null>(() => {
    const invitation = this.invitation();
    return invitation && SAID[invitation.state](invitation);
  });
  protected readonly isMissing = isMissing;
  protected readonly contactWords = contactWords;

  constructor() {
    describePage(() => {
      const invitation = this.invitation();
      return invitation && { title: $localize`Bereid u voor: ${invitation.title}:title:` };
    });
  }

  protected take(invitation: MeetingInvitation): void {
    this.resource.set(invitation);
  }

  protected print(): void {
    // Only ever called by a press, so never on the server.
    window.print();
  }
}

const SAID: Record<InvitationState, (invitation: MeetingInvitation) => Said | null> = {
  asked: ({ isOpen }) =>
    isOpen
      ? {
          kind: 'wait',
          strong: $localize`Wij horen graag of u komt.`,
          rest: $localize`Geef hieronder uw antwoord.`,
        }
      : {
          kind: 'info',
          strong: $localize`U kunt hier niet meer antwoorden.`,
          rest: $localize`Bel de griffie als u nog iets wilt zeggen.`,
        },
  accepted: () => ({
    kind: 'done',
    strong: $localize`U komt.`,
    rest: $localize`De griffie weet het. Verandert er iets, geef dan een nieuw antwoord.`,
  }),
  delegated: ({ delegateName }) => ({
    kind: 'done',
    strong: $localize`${delegateName}:delegateName: komt voor u.`,
    rest: $localize`De griffie weet het. Laat deze pagina ook aan haar of hem zien.`,
  }),
  declined: () => ({
    kind: 'info',
    strong: $localize`U komt niet.`,
    rest: $localize`De commissie bespreekt uw plan toch. Kunt u toch komen, geef dan een nieuw antwoord.`,
  }),
  lapsed: () => ({
    kind: 'wait',
    strong: $localize`Uw plan staat niet meer op deze vergadering.`,
    rest: $localize`U krijgt een nieuwe uitnodiging als er een nieuwe datum is.`,
  }),
};
