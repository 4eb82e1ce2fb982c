import { Component, type ElementRef, inject, output, signal, viewChild } from '@angular/core';
import type { SessionSummary } from '@buurtstem/contract';
import { failureOf, failureWords, Icon, LANGUAGE_PATH, MomentPipe, Notice, takeOver } from '@buurtstem/ui';
import { Visitor } from '../visitor';
import { AccountApi } from './account-api';

/** Where one is signed in, and signing out there. */
@Component({
  selector: 'bs-devices',
  imports: [Icon, MomentPipe, Notice],
  template: `<h2 i18n id="apparaten" tabindex="-1" #heading>Uw apparaten</h2>
    <div role="status">
      @if (said(); as words) {
        <bs-notice kind="done">
          <p>{{ words }}</p>
        </bs-notice>
      }
    </div>
    @if (failure(); as words) {
      <bs-notice kind="error">
        <p>{{ words }}</p>
      </bs-notice>
    }
    @if (sessions.error()) {
      <p i18n>Wij kunnen uw apparaten nu niet laten zien.</p>
    } @else if (sessions.hasValue()) {
      <ul class="bs-rows">
        @for (session of sessions.value()!.items; track session.id) {
          <li>
            <p>
              <strong>{{ nameOf(session) }}</strong>
              @if (session.current) {
                <span i18n class="bs-badge bs-badge--beside">Dit apparaat</span>
              }
            </p>
            <p i18n class="bs-meta">Laatst gebruikt op {{ session.seenAt | moment: 'day-and-time' }}</p>
            @if (session.current) {
              <form method="post" [attr.action]="signOutAddress">
                <button i18n class="bs-link" type="submit" (click)="endThis($event)">
                  <bs-icon name="sign-out" /> Uitloggen
                </button>
              </form>
            } @else {
              <p>
                <button i18n class="bs-link" type="button" (click)="end(session)">
                  <bs-icon name="sign-out" /> Log uit<span class="bs-hidden"> op {{ nameOf(session) }}</span>
                </button>
              </p>
            }
          </li>
        }
      </ul>
      <button i18n class="bs-button bs-button--second bs-button--wide" type="button" (click)="endAll()">
        Log overal uit
      </button>
    } @else {
      <p i18n>Uw apparaten worden geladen.</p>
    }`,
  host: { class: 'bs-panel', role: 'region', 'aria-labelledby': 'apparaten' },
})
export class Devices {
  protected readonly signOutAddress = `${LANGUAGE_PATH}/formulier/uitloggen`;
  /** Signed out on this device; the words say whether elsewhere too. */
  readonly signedOut = output<string>();

  private readonly api = inject(AccountApi);
  private readonly visitor = inject(Visitor);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  protected readonly sessions = this.api.sessions();
  protected readonly said = signal<string | null>(null);
  protected readonly failure = signal<string | null>(null);

  /** Signs out where there are no scripts. */

  protected nameOf({ agent }: SessionSummary): string {
    return agent || $localize`Onbekend apparaat`;
  }

  protected end(session: SessionSummary): void {
    this.clear();
    this.api.endSession(session.id).subscribe({
      next: () => {
        this.said.set($localize`Uitgelogd op ${this.nameOf(session)}:name:.`);
        this.sessions.reload();
        // The button that was pressed disappears with its row.
        this.heading().nativeElement.focus();
      },
      error: (error: unknown) => this.fail(error),
    });
  }

  protected endThis(event: Event): void {
    if (!takeOver(event)) return;
    this.clear();
    this.visitor.signOut().subscribe({
      next: () => this.signedOut.emit($localize`U bent uitgelogd.`),
      error: (error: unknown) => this.fail(error),
    });
  }

  protected endAll(): void {
    this.clear();
    this.api.signOutEverywhere().subscribe({
      next: () => this.signedOut.emit($localize`U bent nu overal uitgelogd.`),
      error: (error: unknown) => this.fail(error),
    });
  }

  private clear(): void {
    this.said.set(null);
    this.failure.set(null);
  }

  private fail(error: unknown): void {
    this.failure.set(failureWords(failureOf(error)));
    this.sessions.reload();
  }
}
