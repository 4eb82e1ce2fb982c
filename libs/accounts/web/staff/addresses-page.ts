import { Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  Act,
  ActResult,
  counted,
  DeskFailed,
  Field,
  FieldInput,
  lastValue,
  MomentPipe,
  WholePipe,
} from '@buurtstem/ui';
import { tap } from 'rxjs';
import { type BrokenRow, brokenRows } from './broken-rows';
import { StaffApi } from './staff-api';

/** The API takes no more at once. */
const LARGEST_FILE_BYTES = 10 * 1024 * 1024;
const MOST_ROWS_SHOWN = 100;

/** The list of addresses against which residents show that they live here: what there is, and reading in a new one. */
@Component({
  selector: 'bs-addresses-page',
  imports: [ActResult, DeskFailed, Field, FieldInput, MomentPipe, WholePipe],
  templateUrl: './addresses-page.html',
})
export class AddressesPage {
  private readonly api = inject(StaffApi);
  private readonly current = inject(CurrentDistrict);
  private readonly chooser = viewChild<ElementRef<HTMLInputElement>>('chooser');

  protected readonly resource = this.api.addressTable();
  protected readonly table = lastValue(this.resource);
  protected readonly act = new Act();
  protected readonly fileError = signal<string | null>(null);
  protected readonly broken = signal<readonly BrokenRow[]>([]);
  /** With the neighbourhoods of this very district, so that the example could be read in as it stands. */
  protected readonly example = computed(() => {
    const [first, second = first] = this.current.value()?.neighbourhoods ?? [];
    return ['postcode;huisnummer;buurt', `1055AB;12;${first?.name}`, `1056CD;3;${second?.name}`].join('\n');
  });
  protected readonly mostRowsShown = MOST_ROWS_SHOWN;

  protected async send(): Promise<void> {
    const file = this.chooser()?.nativeElement.files?.[0];
    this.act.forget();
    this.broken.set([]);
    this.fileError.set(whatIsWrongWith(file));
    if (!file || this.fileError()) return this.chooser()?.nativeElement.focus();
    await this.act.run(
      this.api
        .importAddresses(file)
        .pipe(tap({ error: (error: unknown) => this.broken.set(brokenRows(error)) })),
      ({ addresses, neighbourhoods }) =>
        $localize`De lijst is ingelezen: ${counted(addresses, $localize`adres`, $localize`adressen`)}:counted: in ${counted(neighbourhoods, $localize`buurt`, $localize`buurten`)}:counted2:.`,
    );
    if (this.act.done()) this.clear();
    this.resource.reload();
  }

  protected reload(): void {
    this.resource.reload();
  }

  private clear(): void {
    const chooser = this.chooser()?.nativeElement;
    if (chooser) chooser.value = '';
  }
}

function whatIsWrongWith(file: File | undefined): string | null {
  if (!file) return $localize`Kies eerst een bestand.`;
  if (file.size === 0) return $localize`Dit bestand is leeg. Kies een ander bestand.`;
  return file.size > LARGEST_FILE_BYTES
    ? $localize`Dit bestand is groter dan 10 MB. Maak het kleiner.`
    : null;
}
