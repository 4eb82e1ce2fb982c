import { Component, inject, Injector, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult, validate } from '@angular/forms/signals';
import { parseEmail } from '@buurtstem/accounts-domain';
import { ROLES } from '@buurtstem/shared-domain';
import {
  Act,
  ActResult,
  Field,
  FieldInput,
  focusFirstError,
  refusalsAt,
  refusedBy,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import { isRole, roleDoes, roleName } from './role-words';
import { StaffApi } from './staff-api';

interface Invitation {
  email: string;
  role: string;
}

const EMPTY: Invitation = { email: '', role: '' };

/** Asks somebody by e-mail to work here. They get the role only by accepting it themselves. */
@Component({
  selector: 'bs-invite-form',
  imports: [ActResult, Field, FieldInput, FormField, SentForm],
  template: `
    <h2 i18n id="nodig-uit">Nodig een collega uit</h2>
    <p i18n>
      Uw collega krijgt een e-mail en heeft 7 dagen om mee te doen. De rol geldt pas na het instellen van een
      tweede stap.
    </p>
    <form class="bs-stack" aria-labelledby="nodig-uit" [bsSentForm]="form">
      <bs-field name="email" label="E-mailadres van uw collega" i18n-label [error]="error(form.email)">
        <input bsInput type="email" autocomplete="off" spellcheck="false" [formField]="form.email" />
      </bs-field>
      <bs-field name="rol" label="Rol" i18n-label [hint]="does()" [error]="error(form.role)">
        <select bsInput [formField]="form.role">
          <option i18n value="">Kies een rol</option>
          @for (role of roles; track role.value) {
            <option [value]="role.value">{{ role.words }}</option>
          }
        </select>
      </bs-field>
      <div class="bs-actions">
        <button i18n class="bs-button" type="submit">Verstuur de uitnodiging</button>
      </div>
    </form>
    <bs-act-result [act]="act" />
  `,
  host: { class: 'bs-panel' },
})
export class InviteForm {
  readonly invited = output();

  private readonly injector = inject(Injector);
  private readonly api = inject(StaffApi);
  protected readonly act = new Act();
  protected readonly roles = ROLES.map((value) => ({ value, words: roleName(value) }));
  protected readonly error = shownError;

  protected readonly form: FieldTree<Invitation> = form(
    signal(EMPTY),
    (path) => {
      validate(path.email, ({ value }) =>
        parseEmail(value()).ok
          ? undefined
          : { kind: 'email', message: $localize`Vul het e-mailadres in, zoals naam@voorbeeld.nl.` },
      );
      validate(path.role, ({ value }) =>
        isRole(value()) ? undefined : { kind: 'role', message: $localize`Kies welke rol uw collega krijgt.` },
      );
    },
    { submission: { action: () => this.invite(), onInvalid: () => focusFirstError(this.form) } },
  );

  protected does(): string | null {
    const role = this.form.role().value();
    return isRole(role) ? roleDoes(role) : null;
  }

  private async invite(): Promise<TreeValidationResult> {
    const { email, role } = this.form().value();
    if (!isRole(role)) return undefined;
    const address = email.trim();
    const failure = await this.act.run(
      this.api.invite(address, role),
      () => $localize`De uitnodiging voor ${address}:address: is verstuurd.`,
    );
    if (!failure) {
      this.form().reset(EMPTY);
      this.invited.emit();
      return undefined;
    }
    const { email: atEmail, role: atRole } = this.form;
    const refusals = refusalsAt(
      failure,
      { email: atEmail, role: atRole },
      { 'email-not-valid': 'email', 'invitation-pending': 'email', 'role-held-already': 'role' },
    );
    if (refusals.length === 0) return undefined;
    this.act.forget();
    return refusedBy(this.form, refusals, this.injector);
  }
}
