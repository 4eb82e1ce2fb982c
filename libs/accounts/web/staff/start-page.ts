import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { Icon, listed } from '@buurtstem/ui';
import { Visitor } from '../visitor';
import { deskDoes } from './desk-words';
import { desksOf } from './desks';
import { roleName } from './role-words';

/** Where staff begin: what they may do here, with one sentence each. */
@Component({
  selector: 'bs-staff-start-page',
  imports: [RouterLink, Icon],
  template: `
    <div class="bs-page bs-section bs-section--first bs-stack bs-stack--l">
      <header class="bs-stack bs-stack--s">
        <h1 i18n>Uw werkplek</h1>
        @if (roles(); as names) {
          <p i18n class="bs-lead">
            U werkt in {{ current.value()?.name }} als {{ names }}. Dit kunt u hier doen.
          </p>
        }
      </header>
      <ul class="bs-rows bs-rows--two bs-rows--desk">
        @for (desk of desks(); track desk.path) {
          <li>
            <h2>
              <a [routerLink]="'/' + current.slug() + '/' + desk.path"
                >{{ desk.words }} <bs-icon name="next"
              /></a>
            </h2>
            <p>{{ does(desk.path) }}</p>
          </li>
        } @empty {
          <li i18n>Wij kunnen nu niet laten zien wat u hier mag doen. Laad de pagina opnieuw.</li>
        }
      </ul>
      <p i18n class="bs-meta bs-text">
        Alles wat u hier verandert, komt met uw naam in het logboek. De beheerder kan het logboek lezen.
      </p>
    </div>
  `,
})
export class StartPage {
  protected readonly current = inject(CurrentDistrict);
  private readonly visitor = inject(Visitor);

  protected readonly does = deskDoes;

  private readonly held = computed(() => this.visitor.account()?.roles ?? []);
  protected readonly desks = computed(() => desksOf(this.held(), this.current.slug()));
  protected readonly roles = computed(() =>
    listed(
      this.held()
        .filter(({ district }) => district === this.current.slug())
        .map(({ role }) => roleName(role).toLowerCase()),
    ),
  );
}
