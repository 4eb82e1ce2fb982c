import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MyInvitation } from '@buurtstem/contract';
import { failureOf, failureWords, LANGUAGE, MomentPipe, Notice } from '@buurtstem/ui';
import { roleName } from '../staff/role-words';
import { Visitor } from '../visitor';
import { AccountApi } from './account-api';

/** Invitations to work for a district, with the button that accepts them; nothing where there are none. */
@Component({
  selector: 'bs-invitations',
  imports: [RouterLink, MomentPipe, Notice],
  template: `<div role="status">
      @if (accepted(); as words) {
        <bs-notice kind="done">
          <p>{{ words }}</p>
          @if (visitor.account()?.staffAccess !== 'open') {
            <p i18n>Stel nu een tweede stap in. Daarna kunt u aan het werk.</p>
            <p>
              <a i18n class="bs-button" routerLink="/tweede-stap" [queryParams]="{ terug: returnTo() }"
                >Stel de tweede stap in</a
              >
            </p>
          }
        </bs-notice>
      }
    </div>
    @if (failure(); as words) {
      <bs-notice kind="error">
        <p>{{ words }}</p>
      </bs-notice>
    }
    @if (invitations.hasValue()) {
      @for (invitation of invitations.value()!.items; track invitation.id) {
        <bs-notice kind="info" icon="key">
          <p i18n>
            <strong>Wilt u {{ role(invitation) }} worden van {{ invitation.district.name }}?</strong>
            {{ sender(invitation) }} De uitnodiging geldt tot en met
            {{ invitation.expiresAt | moment: 'day' }}.
          </p>
          <p>
            <button i18n class="bs-button" type="button" (click)="accept(invitation)">
              Neem de uitnodiging aan
            </button>
          </p>
        </bs-notice>
      }
    }`,
  host: { class: 'bs-stack' },
})
export class Invitations {
  protected readonly visitor = inject(Visitor);
  private readonly api = inject(AccountApi);
  protected readonly invitations = this.api.invitations();
  protected readonly accepted = signal<string | null>(null);
  protected readonly failure = signal<string | null>(null);
  protected readonly returnTo = signal('/');
  private sending = false;

  protected role(invitation: MyInvitation): string {
    return roleName(invitation.role).toLocaleLowerCase(LANGUAGE);
  }

  protected sender({ invitedBy }: MyInvitation): string {
    return invitedBy === null
      ? $localize`De gemeente nodigt u uit.`
      : $localize`${invitedBy}:invitedBy: nodigt u uit.`;
  }

  protected accept(invitation: MyInvitation): void {
    if (this.sending) return;
    this.sending = true;
    this.failure.set(null);
    this.api.acceptInvitation(invitation.id).subscribe({
      next: () => {
        this.sending = false;
        this.returnTo.set(`/${invitation.district.slug}/mijn`);
        this.accepted.set(
          $localize`U bent nu ${this.role(invitation)}:role: van ${invitation.district.name}:name:.`,
        );
        this.invitations.reload();
      },
      error: (error: unknown) => {
        this.sending = false;
        this.failure.set(failureWords(failureOf(error)));
        this.invitations.reload();
      },
    });
  }
}
