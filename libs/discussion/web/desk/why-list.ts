import { Component, computed, input } from '@angular/core';
import type { ModerationCase, ReasonCode, ReportSummary } from '@buurtstem/contract';
import { reasonName } from '../reason-words';
import { counted, LANGUAGE, listed } from '@buurtstem/ui';
import { earlierWords, hintSentence, isInText } from './case-words';

interface ReportGroup {
  readonly words: string;
  readonly notes: readonly string[];
}

/** Reports by their reason, the most frequent first: "3 bewoners meldden: persoonlijke gegevens". */
export function reportGroups(filed: readonly ReportSummary[]): ReportGroup[] {
  const groups = new Map<ReasonCode, ReportSummary[]>();
  for (const report of filed) groups.set(report.reason, [...(groups.get(report.reason) ?? []), report]);
  return [...groups]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([reason, reports]) => ({
      words: `${whoWords(reports)}: ${reasonName(reason).toLocaleLowerCase(LANGUAGE)}`,
      notes: reports.map(({ note }) => note).filter((note) => note !== ''),
    }));
}

function whoWords(reports: readonly ReportSummary[]): string {
  const residents = reports.filter(({ byResident }) => byResident).length;
  const visitors = reports.length - residents;
  const who = [
    residents > 0 && counted(residents, $localize`bewoner`, $localize`bewoners`),
    visitors > 0 &&
      counted(visitors, $localize`bezoeker zonder account`, $localize`bezoekers zonder account`),
  ].filter((words) => words !== false);
  return `${listed(who)} ${reports.length === 1 ? $localize`meldde` : $localize`meldden`}`;
}

/** Why a moderator sees this: reports with their notes, hints with what triggered them, what went before. */
@Component({
  selector: 'bs-why-list',
  template: `<h2 i18n id="waarom">Waarom ziet u dit?</h2>
    <ul>
      @for (group of groups(); track group.words) {
        <li>
          {{ group.words }}
          @for (note of group.notes; track $index) {
            <blockquote class="bs-note bs-pre">{{ note }}</blockquote>
          }
        </li>
      } @empty {
        <li>{{ origin() }}</li>
      }
      @for (hint of hints(); track $index) {
        <li>
          {{ hint.sentence }}: <mark class="bs-mark">{{ hint.match }}</mark>
        </li>
      }
      <li>{{ earlier() }}</li>
    </ul>
    @if (hints().length > 0) {
      <p i18n class="bs-meta">Een aanwijzing is geen bewijs. U beslist.</p>
    }`,
  host: { class: 'bs-stack bs-stack--s', role: 'region', 'aria-labelledby': 'waarom' },
})
export class WhyList {
  readonly case = input.required<ModerationCase>();

  protected readonly groups = computed(() => reportGroups(this.case().filed));
  protected readonly earlier = computed(() => earlierWords(this.case().earlierDecisions));
  protected readonly origin = computed(() => {
    switch (this.case().origin) {
      case 'edit':
        return $localize`De schrijver veranderde dit. Niemand meldde iets.`;
      case 'moderator':
        return $localize`Een moderator zag dit. Niemand meldde iets.`;
      default:
        return $localize`Dit is nieuw. Niemand meldde iets.`;
    }
  });
  /** What stands in the text is shown as it stands there; the rest is a number. */
  protected readonly hints = computed(() =>
    this.case().hints.map((hint) => ({
      sentence: hintSentence(hint),
      match: isInText(hint) ? hint.match : $localize`${hint.match}:match: keer`,
    })),
  );
}
