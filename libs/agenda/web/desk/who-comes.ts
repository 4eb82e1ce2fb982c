import { Component, computed, input } from '@angular/core';
import type { DraftEntry, SubmitterAnswer } from '@buurtstem/contract';
import { dateInFull, Icon, type IconName, personName } from '@buurtstem/ui';

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

function answerWords(name: string, answer: SubmitterAnswer | null): { words: string; icon: IconName } {
  if (answer?.attended === true) return { words: `${name} of een vervanger was er.`, icon: 'person-check' };
  if (answer?.attended === false) return { words: `Voor ${name} was er niemand.`, icon: 'person' };
  switch (answer?.state) {
    case 'accepted':
      return { words: `${name} komt.`, icon: 'person-check' };
    case 'delegated':
      return { words: `${answer.delegateName} komt voor ${name}.`, icon: 'person-check' };
    case 'declined':
      return { words: `${name} kan niet.`, icon: 'person' };
    case 'asked':
      return {
        words: `${name} gaf nog geen antwoord. De uitnodiging is van ${dateInFull(answer.askedAt)}.`,
        icon: 'hourglass',
      };
    default:
      return { words: `${name} is nog niet uitgenodigd.`, icon: 'hourglass' };
  }
}
