import { Component, inject, Injector, output, signal } from '@angular/core';
import { type FieldTree, form, FormField, type TreeValidationResult, validate } from '@angular/forms/signals';
import type { MyIdentity } from '@buurtstem/contract';
import {
  failureOf,
  failureWords,
  Field,
  FieldInput,
  focusFirstError,
  Notice,
  refusedBy,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import { IdentityApi } from './identity-api';

const POSTCODE = /^\s*[1-9]\d{3}\s*[a-z]{2}\s*$/i;
const HOUSE_NUMBER = /^\s*[1-9]\d{0,4}\s*$/;
/** Refusals of the address as a whole; they stand at its first field. */
const OF_THE_ADDRESS = ['address-not-in-district', 'postcode-not-valid'];

/** Postcode and house number, against the district's list of addresses. */
@Component({
  selector: 'bs-address-form',
  imports: [Field, FieldInput, FormField, Notice, SentForm],
  template: `@if (failure(); as words) {
      <bs-notice kind="error">
        <p>{{ words }}</p>
      </bs-notice>
    }
    <form class="bs-stack" [bsSentForm]="form">
      <bs-field
        name="postcode"
        label="Postcode"
        i18n-label
        hint="Bijvoorbeeld 1055 AB."
        i18n-hint
        [error]="error(form.postcode)"
      >
        <input
          bsInput
          class="bs-input--short"
          type="text"
          autocomplete="postal-code"
          [formField]="form.postcode"
        />
      </bs-field>
      <bs-field
        name="huisnummer"
        label="Huisnummer"
        i18n-label
        hint="Alleen het nummer, zonder letter of toevoeging."
        i18n-hint
        [error]="error(form.houseNumber)"
      >
        <input
          bsInput
          class="bs-input--short"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          [formField]="form.houseNumber"
        />
      </bs-field>
      <div class="bs-actions"><button i18n class="bs-button" type="submit">Bevestig mijn adres</button></div>
    </form>`,
})
export class AddressForm {
  readonly proven = output<MyIdentity>();

  private readonly injector = inject(Injector);
  private readonly api = inject(IdentityApi);
  protected readonly failure = signal<string | null>(null);
  protected readonly error = shownError;

  protected readonly form: FieldTree<{ postcode: string; houseNumber: string }> = form(
    signal({ postcode: '', houseNumber: '' }),
    (path) => {
      validate(path.postcode, ({ value }) =>
        POSTCODE.test(value())
          ? undefined
          : {
              kind: 'postcode',
              message: $localize`Vul uw postcode in: vier cijfers en twee letters, zoals 1055 AB.`,
            },
      );
      validate(path.houseNumber, ({ value }) =>
        HOUSE_NUMBER.test(value())
          ? undefined
          : { kind: 'number', message: $localize`Vul uw huisnummer in: alleen cijfers, zoals 12.` },
      );
    },
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async send(): Promise<TreeValidationResult> {
    this.failure.set(null);
    const { postcode, houseNumber } = this.form().value();
    try {
      const address = { postcode: postcode.trim(), houseNumber: Number(houseNumber) };
      this.proven.emit(await firstValueFrom(this.api.proveAddress(address)));
      return undefined;
    } catch (error) {
      const failure = failureOf(error);
      const atPostcode =
        failure.fields['postcode'] ?? (OF_THE_ADDRESS.includes(failure.code) ? failure.code : undefined);
      const atNumber = failure.fields['houseNumber'];
      if (!atPostcode && !atNumber) {
        this.failure.set(failureWords(failure));
        return undefined;
      }
      return refusedBy(
        this.form,
        [
          ...(atPostcode
            ? [{ kind: 'server', message: failureWords(atPostcode), fieldTree: this.form.postcode }]
            : []),
          ...(atNumber
            ? [
                {
                  kind: 'server',
                  message: $localize`Dit huisnummer klopt niet.`,
                  fieldTree: this.form.houseNumber,
                },
              ]
            : []),
        ],
        this.injector,
      );
    }
  }
}
