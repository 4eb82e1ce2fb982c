import { Component, computed, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Act,
  ActResult,
  capital,
  counted,
  dayAndTime,
  DeskFailed,
  lastValue,
  MomentPipe,
  WholePipe,
} from '@buurtstem/ui';
import { tap } from 'rxjs';
import { actionWords, actorWords, resultKind, resultReason, resultWords, ruleWords } from './audit-words';
import { StaffApi } from './staff-api';
import type { AuditEntry, AuditPage } from '@buurtstem/contract';

/** What staff did and tried to do, newest first, and what the retention rules removed. */
@Component({
  selector: 'bs-audit-log-page',
  imports: [ActResult, DeskFailed, MomentPipe, RouterLink, WholePipe],
  templateUrl: './audit-log-page.html',
})
export class AuditLogPage {
  private readonly api = inject(StaffApi);
  protected readonly first = this.api.auditEntries();
  protected readonly runs = this.api.retentionRuns();
  protected readonly older = new Act();
  protected readonly runList = lastValue(this.runs);

  /** The pages read so far, as one. */
  private readonly read = linkedSignal<AuditPage | null>(() =>
    this.first.hasValue() ? this.first.value() : null,
  );
  protected readonly entries = computed(() => this.read()?.items.map(inWords) ?? null);
  protected readonly next = computed(() => this.read()?.next ?? null);
  protected readonly ruleWords = ruleWords;
  protected readonly when = (moment: string): string => capital(dayAndTime(moment));

  protected async readOlder(cursor: string): Promise<void> {
    await this.older.run(
      this.api
        .auditEntriesAfter(cursor)
        .pipe(
          tap(({ items, next }) =>
            this.read.update((read) => ({ items: [...(read?.items ?? []), ...items], next })),
          ),
        ),
      ({ items }) =>
        $localize`${counted(items.length, $localize`oudere regel`, $localize`oudere regels`)}:counted: erbij.`,
    );
  }

  protected reload(): void {
    this.first.reload();
    this.runs.reload();
  }
}

function inWords(entry: AuditEntry) {
  const { result } = entry;
  return {
    ...entry,
    when: capital(dayAndTime(entry.at)),
    who: actorWords(entry.actor),
    what: actionWords(entry.action),
    kind: resultKind(result),
    outcome: resultWords(result),
    reason: resultReason(result),
  };
}
