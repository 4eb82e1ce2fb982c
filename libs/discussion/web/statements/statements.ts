import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { Statement, StatementRole } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Icon, lastValue, Notice, Paragraphs, PartFailed } from '@buurtstem/ui';
import { TextForm } from '@buurtstem/ui/deferred';
import { DiscussionApi } from '../discussion-api';
import { Person } from '../person';
import { visitorMay } from '../staff-rights';

const ROLES: Readonly<Record<StatementRole, string>> = {
  moderator: $localize`moderator`,
  'committee-member': $localize`commissielid`,
};

/** What moderators and committee members say of a plan, newest first; for them also the form that adds to it. */
@Component({
  selector: 'bs-statements',
  imports: [Icon, Notice, Paragraphs, PartFailed, Person, TextForm],
  template: `
    @if (resource.error()) {
      <p i18n role="status">
        De reacties van de commissie zijn er nu even niet. Probeer het over een minuut weer.
      </p>
    } @else if (statements().length > 0) {
      <section class="bs-statement" aria-labelledby="commissie">
        <h2 id="commissie">{{ heading() }}</h2>
        @for (statement of statements(); track statement.id) {
          <article class="bs-statement__one">
            <bs-person
              [name]="statement.authorName"
              [at]="statement.postedAt"
              [role]="roles[statement.authorRole]"
            />
            <bs-paragraphs class="bs-text" [text]="statement.body" />
          </article>
        }
      </section>
    }
    @if (mayPublish()) {
      <div role="status">
        @if (isPublished()) {
          <bs-notice kind="done">
            <p i18n>Uw reactie staat boven de discussie.</p>
          </bs-notice>
        }
      </div>
      <details class="bs-filter" #form>
        <summary>
          <span i18n><bs-icon name="speech-plus" /> Plaats een reactie van de commissie</span>
        </summary>
        <div class="bs-filter__body">
          @defer (on immediate) {
            <bs-text-form
              name="verklaring"
              label="Uw reactie namens de commissie"
              i18n-label
              hint="Iedereen leest dit, met uw naam en uw rol erbij. U kunt er later nog een plaatsen."
              i18n-hint
              what="uw reactie"
              i18n-what
              button="Plaats mijn reactie"
              i18n-button
              [limits]="limits"
              [request]="publish"
              (sent)="show($event); form.open = false"
              (cancelled)="form.open = false"
            />
          } @error {
            <bs-part-failed />
          }
        </div>
      </details>
    }
  `,
  host: { class: 'bs-stack' },
})
export class Statements {
  /** The number of the plan. */
  readonly proposal = input.required<number>();

  private readonly api = inject(DiscussionApi);
  protected readonly resource = this.api.statements(this.proposal);
  private readonly last = lastValue(this.resource);
  protected readonly statements = linkedSignal<readonly Statement[]>(() => this.last()?.items ?? []);
  protected readonly heading = computed(() =>
    this.statements().length === 1
      ? $localize`Reactie van de commissie`
      : $localize`Reacties van de commissie`,
  );
  protected readonly roles = ROLES;
  protected readonly limits = TEXT_LENGTHS.statement;
  protected readonly mayPublish = visitorMay('publish-statement');
  protected readonly isPublished = signal(false);
  protected readonly publish = (body: string) => this.api.publishStatement(this.proposal(), body);

  protected show(statement: Statement): void {
    this.statements.update((statements) => [statement, ...statements]);
    this.isPublished.set(true);
  }
}
