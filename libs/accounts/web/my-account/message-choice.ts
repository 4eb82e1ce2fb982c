import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult } from '@angular/forms/signals';
import type { Delivery, MailLanguage, NotificationPreferences } from '@buurtstem/contract';
import { failureOf, failureWords, Notice, SentForm } from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import { AccountApi } from './account-api';

interface Choice {
  ownPlan: Delivery;
  votedPlan: Delivery;
  discussedPlan: Delivery;
  language: MailLanguage;
}

/** Which mail one gets of what, and in which language. */
@Component({
  selector: 'bs-message-choice',
  imports: [FormField, Notice, SentForm],
  template: `<div role="status">
      @if (saved()) {
        <bs-notice kind="done"><p i18n>Uw keuze is bewaard.</p></bs-notice>
      }
    </div>
    <details class="bs-filter">
      <summary><span i18n>Kies welke mails u krijgt</span></summary>
      <div class="bs-filter__body">
        <form class="bs-stack" [bsSentForm]="form">
          @for (topic of topics(); track topic.name) {
            <fieldset class="bs-field">
              <legend class="bs-label">{{ topic.name }}</legend>
              @for (delivery of deliveries; track delivery.value) {
                <label class="bs-choice"
                  ><input type="radio" [value]="delivery.value" [formField]="topic.field" />
                  {{ delivery.name }}</label
                >
              }
            </fieldset>
          }
          <fieldset class="bs-field">
            <legend i18n class="bs-label">Taal van de mails</legend>
            <label i18n class="bs-choice"
              ><input type="radio" value="nl" [formField]="form.language" /> Nederlands</label
            >
            <label i18n class="bs-choice" lang="en"
              ><input type="radio" value="en" [formField]="form.language" /> English</label
            >
          </fieldset>
          <p i18n class="bs-meta">
            Sommige mails krijgt u altijd, zoals een uitnodiging of een besluit over uw tekst.
          </p>
          @if (failure(); as words) {
            <bs-notice kind="error">
              <p>{{ words }}</p>
            </bs-notice>
          }
          <div class="bs-actions">
            <button i18n class="bs-button" type="submit">Bewaar mijn keuze</button>
          </div>
        </form>
      </div>
    </details>`,
})
export class MessageChoice {
  readonly preferences = input.required<NotificationPreferences>();
  /** What waits has changed with it. */
  readonly chosen = output();

  private readonly api = inject(AccountApi);
  private readonly choice = linkedSignal(() => choiceOf(this.preferences()));
  protected readonly form: FieldTree<Choice> = form(this.choice, {
    submission: { action: () => this.save() },
  });
  /** Not before the input is there: a field is made when it is first asked for. */
  protected readonly topics = computed(() => [
    { name: $localize`Nieuws over uw eigen plan`, field: this.form.ownPlan },
    { name: $localize`Nieuws over plannen waar u op stemde`, field: this.form.votedPlan },
    { name: $localize`Nieuws over plannen waar u bij schreef`, field: this.form.discussedPlan },
  ]);
  protected readonly deliveries: readonly { readonly value: Delivery; readonly name: string }[] = [
    { value: 'immediate', name: $localize`Meteen` },
    { value: 'weekly', name: $localize`Eén keer per week, op vrijdag` },
    { value: 'never', name: $localize`Geen mails` },
  ];
  protected readonly saved = signal(false);
  protected readonly failure = signal<string | null>(null);

  private async save(): Promise<TreeValidationResult> {
    this.saved.set(false);
    this.failure.set(null);
    const { language, ownPlan, votedPlan, discussedPlan } = this.choice();
    try {
      await firstValueFrom(
        this.api.choosePreferences({
          language,
          deliveries: { 'own-plan': ownPlan, 'voted-plan': votedPlan, 'discussed-plan': discussedPlan },
        }),
      );
      this.saved.set(true);
      this.chosen.emit();
    } catch (error) {
      this.failure.set(failureWords(failureOf(error)));
    }
    return undefined;
  }
}

function choiceOf({ language, deliveries }: NotificationPreferences): Choice {
  return {
    language,
    ownPlan: deliveries['own-plan'],
    votedPlan: deliveries['voted-plan'],
    discussedPlan: deliveries['discussed-plan'],
  };
}
