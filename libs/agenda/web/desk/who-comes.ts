import { Component, computed, input } from '@angular/core';
import type { DraftEntry, SubmitterAnswer } from '@buurtstem/contract';
import { dateInFull, Icon, type IconName, personName } from '@buurtstem/ui';
import { guestWords, type GuestWords } from './guest-words';

interface Guest {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly icon: IconName;
  readonly needs: string;
  readonly note: string | null;
}

/** Of each winner on an agenda: who comes to tell about it, what they need, and whether the official's note is there. */
@Component({
  selector: 'bs-who-comes',
  imports: [Icon],
  template: `<ul class="bs-rows">
    @for (guest of guests(); track guest.id) {
      <li>
        <h3>{{ guest.title }}</h3>
        <p class="bs-with-icon">
          <bs-icon [name]="guest.icon" /><span>{{ guest.words }}</span>
        </p>
        @if (guest.needs) {
          <p class="bs-with-icon">
            <bs-icon name="info" /><span>Nodig: {{ guest.needs }}</span>
          </p>
        }
        <p class="bs-with-icon" [class.bs-meta]="guest.note">
          <bs-icon [name]="guest.note ? 'check' : 'alert'" /><span>{{
            guest.note ?? 'De uitleg van de ambtenaar is er nog niet.'
          }}</span>
        </p>
      </li>
    } @empty {
      <li class="bs-meta">Er staat nog geen plan van bewoners op de agenda.</li>
    }
  </ul>`,
})
export class WhoComes {
  readonly entries = input.required<readonly DraftEntry[]>();

  protected readonly guests = computed<readonly Guest[]>(() =>
    this.entries().flatMap(({ id, title, item, submitter }) =>
      item
        ? [
            {
              id,
              title,
              ...answerWords(personName(item.proposal.submitterName), submitter),
              needs: submitter?.needs ?? '',
              note: item.contextNote
                ? `Uitleg van ${item.contextNote.authorName}, ${dateInFull(item.contextNote.publishedAt)}.`
                : null,
            },
          ]
        : [],
    ),
  );
}

function answerWords(name: string, answer: SubmitterAnswer | null): GuestWords {
  if (answer?.attended === true) return { words: `${name} of een vervanger was er.`, icon: 'person-check' };
  if (answer?.attended === false) return { words: `Voor ${name} was er niemand.`, icon: 'person' };
  const told = guestWords(name, answer?.state ?? null);
  switch (answer?.state) {
    case 'delegated':
      return { ...told, words: `${answer.delegateName} komt voor ${name}.` };
    case 'asked':
      return { ...told, words: `${told.words} De uitnodiging is van ${dateInFull(answer.askedAt)}.` };
    default:
      return told;
  }
}
