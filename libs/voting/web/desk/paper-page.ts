import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  signal,
  viewChild,
} from '@angular/core';
import {
  applyEach,
  type FieldTree,
  form,
  FormField,
  type SchemaPath,
  type TreeValidationResult,
  validate,
} from '@angular/forms/signals';
import { CurrentDistrict } from '@buurtstem/districts-web';
import {
  Act,
  ActResult,
  counted,
  DeskFailed,
  Field,
  FieldInput,
  focusFirstError,
  Icon,
  lastValue,
  lengthRule,
  refusalsAt,
  refusedBy,
  shownError,
  SentForm,
} from '@buurtstem/ui';
import { PAPER_SHEET_LINES } from '@buurtstem/voting-domain';
import { tap } from 'rxjs';
import { DeskApi } from './desk-api';
import type { PaperVoteEntry, PaperVotesEntered, PaperEntryVerdict } from '@buurtstem/contract';
import { PaperRow } from './paper-row';
import {
  asVote,
  checkedWords,
  EMPTY_ROW,
  emptySheet,
  goesIn,
  isBlank,
  ROW_RULES,
  type Sheet,
  verdictWords,
} from './paper-sheet';

const SHEET_LENGTH = { min: 1, max: 60 };

/** What the API found about the rows, and the rows that it was asked about: typing on makes it stale. */
interface Checked {
  readonly asked: string;
  readonly lines: readonly PaperVoteEntry[];
}

interface Entered {
  readonly sheet: string;
  readonly lines: readonly { readonly name: string; readonly verdict: PaperEntryVerdict }[];
}

/** Votes that were collected on paper: typed over, checked against what there is, and only then entered. */
@Component({
  selector: 'bs-paper-page',
  imports: [ActResult, DeskFailed, Field, FieldInput, FormField, Icon, PaperRow, SentForm],
  templateUrl: './paper-page.html',
})
export class PaperPage {
  private readonly injector = inject(Injector);
  private readonly api = inject(DeskApi);
  protected readonly current = inject(CurrentDistrict);
  protected readonly proposals = this.api.openProposals();
  protected readonly open = lastValue(this.proposals);

  private readonly model = signal<Sheet>(emptySheet());
  private readonly checked = signal<Checked | null>(null);
  protected readonly entered = signal<Entered | null>(null);
  protected readonly check = new Act();
  protected readonly entry = new Act();
  protected readonly mostRows = PAPER_SHEET_LINES;
  private readonly rowList = viewChild<ElementRef<HTMLElement>>('rowList');

  protected readonly form: FieldTree<Sheet> = form(
    this.model,
    (path) => {
      validate(path.proposal, ({ value }) =>
        value() === ''
          ? { kind: 'proposal', message: $localize`Kies over welk voorstel het blad gaat.` }
          : undefined,
      );
      lengthRule(path.sheet, () => SHEET_LENGTH, $localize`een kenmerk`);
      applyEach(path.rows, (row) => {
        const rule = (at: SchemaPath<string>, wrong: (text: string) => string | null) =>
          validate(at, ({ value, valueOf }) => {
            const message = isBlank(valueOf(row)) ? null : wrong(value());
            return message === null ? undefined : { kind: 'row', message };
          });
        rule(row.name, ROW_RULES.name);
        rule(row.postcode, ROW_RULES.postcode);
        rule(row.houseNumber, ROW_RULES.houseNumber);
        rule(row.email, ROW_RULES.email);
        validate(row.choice, ({ value, valueOf }) => {
          const message = isBlank(valueOf(row)) ? null : ROW_RULES.choice(value());
          return message === null ? undefined : { kind: 'row', message };
        });
      });
      validate(path.rows, ({ value }) =>
        value().every(isBlank) ? { kind: 'empty', message: $localize`Vul minstens één stem in.` } : undefined,
      );
    },
    { submission: { action: () => this.ask(), onInvalid: () => focusFirstError(this.form) } },
  );
  protected readonly error = shownError;

  /** The filled rows, by their place on the screen. */
  private readonly filled = computed(() =>
    this.model().rows.flatMap((row, index) => (isBlank(row) ? [] : [{ row, index }])),
  );
  private readonly asked = computed(() =>
    JSON.stringify([this.model().proposal, this.filled().map(({ row }) => asVote(row))]),
  );
  /** Per row on the screen; all null as soon as something was changed after the check. */
  protected readonly verdicts = computed<ReadonlyMap<number, PaperEntryVerdict>>(() => {
    const checked = this.checked();
    if (!checked || checked.asked !== this.asked()) return new Map();
    return new Map(
      checked.lines.flatMap(({ line, verdict }) => {
        const filled = this.filled()[line - 1];
        return filled ? [[filled.index, verdict]] : [];
      }),
    );
  });
  protected readonly isChecked = computed(() => this.verdicts().size > 0);
  protected readonly goingIn = computed(
    () =>
      this.model().rows.filter((row, index) => {
        const verdict = this.verdicts().get(index);
        return verdict !== undefined && goesIn(verdict, row.isAnotherPerson);
      }).length,
  );
  protected readonly enterWords = computed(
    () => $localize`Voer ${counted(this.goingIn(), $localize`stem`, $localize`stemmen`)}:counted: in`,
  );
  protected readonly verdictWords = verdictWords;

  protected addRow(): void {
    if (this.model().rows.length >= PAPER_SHEET_LINES) return;
    this.model.update((sheet) => ({ ...sheet, rows: [...sheet.rows, { ...EMPTY_ROW }] }));
    this.focusRow(-1);
  }

  protected removeRow(index: number): void {
    this.model.update((sheet) => ({ ...sheet, rows: sheet.rows.filter((_, place) => place !== index) }));
    this.focusRow(Math.max(index - 1, 0));
  }

  /** Enter goes to the next field, and from the last one to a new row: hands stay on the keys for a whole sheet. */
  protected goOn(event: Event): void {
    const list = this.rowList()?.nativeElement;
    const here = event.target;
    if (!list || !(here instanceof HTMLElement) || !here.matches('.bs-input')) return;
    event.preventDefault();
    const fields = [...list.querySelectorAll<HTMLElement>('.bs-input')];
    const next = fields[fields.indexOf(here) + 1];
    if (next) next.focus();
    else this.addRow();
  }

  /** What was found stands no longer once a row is something else. */
  protected forgetStale(): void {
    if (!this.isChecked()) this.check.forget();
  }

  private focusRow(index: number): void {
    const focus = () => {
      const rows = this.rowList()?.nativeElement.querySelectorAll('fieldset');
      rows
        ?.item(index < 0 ? rows.length - 1 : index)
        ?.querySelector('input')
        ?.focus();
    };
    afterNextRender({ write: focus }, { injector: this.injector });
  }

  private async ask(): Promise<TreeValidationResult> {
    const asked = this.asked();
    this.entry.forget();
    const failure = await this.check.run(
      this.api
        .checkPaper(
          Number(this.model().proposal),
          this.filled().map(({ row }) => asVote(row)),
        )
        .pipe(tap(({ items }) => this.checked.set({ asked, lines: items }))),
      ({ items }) => checkedWords(items),
    );
    return failure ? this.atFields(failure) : undefined;
  }

  protected async enter(): Promise<void> {
    const { proposal, sheet } = this.model();
    const rows = this.filled().map(({ row }) => row);
    await this.entry.run(
      this.api
        .enterPaper(
          Number(proposal),
          sheet.trim(),
          rows.map((row) => ({ ...asVote(row), ...(row.isAnotherPerson ? { isAnotherPerson: true } : {}) })),
        )
        .pipe(
          tap((result) =>
            this.show(
              result,
              sheet.trim(),
              rows.map(({ name }) => name.trim()),
            ),
          ),
        ),
      ({ entered }) =>
        $localize`${counted(entered, $localize`stem is`, $localize`stemmen zijn`)}:counted: ingevoerd.`,
    );
  }

  protected nextSheet(): void {
    this.entered.set(null);
    this.entry.forget();
    this.form().reset(emptySheet(this.model().proposal));
  }

  protected reload(): void {
    this.proposals.reload();
  }

  private show({ items }: PaperVotesEntered, sheet: string, names: readonly string[]): void {
    this.checked.set(null);
    this.check.forget();
    this.entered.set({
      sheet,
      lines: items.map(({ line, verdict }) => ({ name: names[line - 1] ?? '', verdict })),
    });
  }

  /** The API names a row by its place among those that were sent: `votes.2.postcode`. */
  private atFields(failure: Parameters<typeof refusalsAt>[0]): TreeValidationResult {
    const fields: Record<string, FieldTree<string>> = { sheet: this.form.sheet };
    this.filled().forEach(({ index }, place) => {
      const row = this.form.rows[index];
      if (!row) return;
      for (const name of ['name', 'postcode', 'houseNumber', 'email'] as const)
        fields[`votes.${place}.${name}`] = row[name];
    });
    const refusals = refusalsAt(failure, fields);
    if (refusals.length === 0) return undefined;
    this.check.forget();
    return refusedBy(this.form, refusals, this.injector);
  }
}
