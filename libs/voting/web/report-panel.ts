import { Component, computed, inject, input } from '@angular/core';
import type { Count } from '@buurtstem/contract';
import { Icon, MomentPipe } from '@buurtstem/ui';
import { VotingApi } from './voting-api';

/** The report of a count as files, with the number that shows whether one was changed, and the reports before it. */
@Component({
  selector: 'bs-report-panel',
  imports: [Icon, MomentPipe],
  template: `
    <h2 i18n id="verslag"><bs-icon name="paper" /> Het verslag</h2>
    <p i18n>
      Dit is verslag {{ count().reportNumber }}, versie {{ count().version }}. Het verandert nooit meer.
    </p>
    <a i18n class="bs-button bs-button--wide" download [href]="paper(count().version)"
      ><bs-icon name="download" /> Download als PDF</a
    >
    <a i18n class="bs-button bs-button--second bs-button--wide" download [href]="text(count().version)"
      >Download als bestand</a
    >
    <p i18n class="bs-meta">
      Controlegetal van het bestand (SHA-256)<br /><span class="bs-code">{{ count().sha256 }}</span>
    </p>
    <p i18n class="bs-meta">
      Bereken de SHA-256 van het bestand. Is de uitkomst gelijk aan dit getal, dan is er niets aan veranderd.
    </p>
    @if (count().version > 1) {
      <h3 i18n>Eerdere verslagen</h3>
      @if (reports.error()) {
        <p i18n>Wij kunnen deze nu niet laten zien.</p>
      } @else {
        <ul class="bs-rows">
          @for (report of earlier(); track report.version) {
            <li>
              <p i18n>
                Verslag {{ report.reportNumber }}, geteld op {{ report.countedAt | moment: 'date' }}.
              </p>
              <p>
                <a i18n download [href]="paper(report.version)">PDF van verslag {{ report.reportNumber }}</a
                ><br /><a i18n download [href]="text(report.version)"
                  >Bestand van verslag {{ report.reportNumber }}</a
                >
              </p>
            </li>
          }
        </ul>
      }
    }
  `,
  host: { class: 'bs-panel bs-panel--line', role: 'region', 'aria-labelledby': 'verslag' },
})
export class ReportPanel {
  readonly count = input.required<Count>();

  private readonly api = inject(VotingApi);
  protected readonly reports = this.api.reports(() => {
    const { version, roundNumber } = this.count();
    return version > 1 ? roundNumber : undefined;
  });
  protected readonly earlier = computed(() =>
    this.reports.hasValue()
      ? this.reports.value().items.filter(({ version }) => version < this.count().version)
      : [],
  );

  protected paper(version: number): string | undefined {
    return this.api.reportFile(this.count().roundNumber, version, 'paper');
  }

  protected text(version: number): string | undefined {
    return this.api.reportFile(this.count().roundNumber, version, 'text');
  }
}
