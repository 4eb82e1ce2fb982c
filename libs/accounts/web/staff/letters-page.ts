import { Component, inject, signal } from '@angular/core';
import { Act, ActResult, Confirm, DeskFailed, lastValue, MomentPipe, WholePipe } from '@buurtstem/ui';
import { LetterBatchForm } from './letter-batch-form';
import { NewCodes } from './new-codes';
import { StaffApi } from './staff-api';
import type { LetterBatch, NewLetterBatch } from '@buurtstem/contract';

/** Letters with a code, for who cannot show online that they live here: batches, their use, making and revoking. */
@Component({
  selector: 'bs-letters-page',
  imports: [ActResult, Confirm, DeskFailed, LetterBatchForm, MomentPipe, NewCodes, WholePipe],
  templateUrl: './letters-page.html',
})
export class LettersPage {
  private readonly api = inject(StaffApi);
  protected readonly resource = this.api.letterBatches();
  protected readonly batches = lastValue(this.resource);
  protected readonly act = new Act();
  /** The batch that was just made, codes and all: gone once one leaves the page. */
  protected readonly made = signal<NewLetterBatch | null>(null);

  protected show(batch: NewLetterBatch): void {
    this.act.forget();
    this.made.set(batch);
    this.reload();
  }

  protected async revoke(batch: LetterBatch): Promise<void> {
    await this.act.run(
      this.api.revokeLetterBatch(batch.id),
      () => $localize`De codes van ‘${batch.label}:label:’ werken niet meer.`,
    );
    if (this.act.done() && this.made()?.id === batch.id) this.made.set(null);
    this.reload();
  }

  protected reload(): void {
    this.resource.reload();
  }
}
