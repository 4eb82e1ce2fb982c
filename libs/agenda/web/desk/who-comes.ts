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
            <bs-icon name="info" /><span i18n>Nodig: {{ guest.needs }}</span>
          </p>
        }
        <p class="bs-with-icon" [class.bs-meta]="guest.note">
          <bs-icon [name]="guest.note ? 'check' : 'alert'" /><span>{{ guest.note ?? noNote }}</span>
        </p>
      </li>
    } @empty {
      <li i18n class="bs-meta">Er staat nog geen plan van bewoners op de agenda.</li>
    }
  </ul>`,
})
export class WhoComes {
  protected readonly noNote = $localize`De uitleg van de ambtenaar is er nog niet.`;
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
                ? $localize`Uitleg van ${item.contextNote.authorName}:authorName:, ${dateInFull(item.contextNote.publishedAt)}:publishedAt:.`
                : null,
            },
          ]
        : [],
    ),
  );
}

function answerWords(name: string, answer: SubmitterAnswer | null): GuestWords {
  if (answer?.attended === true)
    return { words: $localize`${name}:name: of een vervanger was er.`, icon: 'person-check' };
  if (answer?.attended === false)
    return { words: $localize`Voor ${name}:name: was er niemand.`, icon: 'person' };
  const told = guestWords(name, answer?.state ?? null);
  switch (answer?.state) {
    case 'delegated':
      return { ...told, words: $localize`${answer.delegateName}:delegateName: komt voor ${name}:name:.` };
    case 'asked':
      return {
        ...told,
        words: $localize`${told.words}:words: De uitnodiging is van ${dateInFull(answer.askedAt)}:askedAt:.`,
      };
    default:
      return told;
  }
}
