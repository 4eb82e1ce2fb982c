import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { applyEach, type FieldTree, form, FormField, validate } from '@angular/forms/signals';
import type { DraftAgenda, DraftEntry, Meeting } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import {
  Act,
  ActResult,
  Field,
  FieldInput,
  focusFirstError,
  Icon,
  lengthWords,
  MomentPipe,
  Notice,
  PageClock,
  shownError,
  timeOfDay,
} from '@buurtstem/ui';
import { concatMap, map, type Observable, of, tap } from 'rxjs';
import { AgendaDeskApi } from './desk-api';
import {
  type AgendaRow,
  areSame,
  asPut,
  freshPoint,
  merged,
  MINUTES,
  minutesIn,
  movedTo,
  rowsOf,
  timesOf,
} from './agenda-rows';
import { MoveForm } from './move-form';
import { PublishForm } from './publish-form';

interface Rows {
  rows: AgendaRow[];
}

/** What a colleague's saving in between is refused with. */
const CONFLICTS: readonly string[] = ['version-conflict', 'agenda-entries-differ'];

/** The agenda of a meeting as the clerk works on it: order, minutes and points; winners are locked. */
@Component({
  selector: 'bs-agenda-editor',
  imports: [FormField, ActResult, Field, FieldInput, Icon, MomentPipe, MoveForm, Notice, PublishForm],
  templateUrl: './agenda-editor.html',
  host: { class: 'bs-stack' },
})
export class AgendaEditor {
  protected readonly labels = {
    change: (name: string) => $localize`Verander ${name}:name:`,
    up: (name: string) => $localize`${name}:name: omhoog`,
    down: (name: string) => $localize`${name}:name: omlaag`,
  };
  readonly meeting = input.required<Meeting>();
  readonly draft = input.required<DraftAgenda>();
  /** The agenda as it now is; the page that gave the draft gives this one back. */
  readonly taken = output<DraftAgenda>();
  /** Something that everybody sees has changed. */
  readonly published = output();

  private readonly api = inject(AgendaDeskApi);
  private readonly injector = inject(Injector);
  private readonly clock = inject(PageClock);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private serial = 0;
  protected readonly act = new Act();
  protected readonly error = shownError;
  protected readonly time = timeOfDay;

  /** What is not saved yet stays on top of whatever is read anew. */
  protected readonly model = linkedSignal<DraftAgenda, Rows>({
    source: this.draft,
    computation: (draft, previous) => {
      const theirs = rowsOf(draft);
      return {
        rows: previous ? merged(previous.value.rows, rowsOf(previous.source), theirs) : theirs,
      };
    },
  });
  protected readonly form: FieldTree<Rows> = form(this.model, (path) => {
    applyEach(path.rows, (row) => {
      validate(row.minutes, ({ value }) =>
        minutesIn(value()) === null
          ? {
              kind: 'minutes',
              message: $localize`Kies een tijd van ${MINUTES.min}:min: tot ${MINUTES.max}:max: minuten.`,
            }
          : undefined,
      );
      validate(row.title, ({ value, valueOf }) => {
        if (valueOf(row.kind) === 'item') return undefined;
        const message = lengthWords(value(), TEXT_LENGTHS.meetingPoint, $localize`de naam van het punt`);
        return message === null ? undefined : { kind: 'length', message };
      });
    });
  });

  protected readonly isOpenForWinners = computed(
    () => Date.parse(this.meeting().agendaDeadline) > this.clock.now().getTime(),
  );
  protected readonly times = computed(() => timesOf(this.model().rows, this.meeting().startsAt));
  protected readonly isDirty = computed(() => !areSame(this.model().rows, rowsOf(this.draft())));
  private readonly entries = computed(
    () => new Map<string, DraftEntry>(this.draft().entries.map((entry) => [entry.id, entry])),
  );
  protected readonly state = computed(() => {
    const { publishedVersion: version, hasChanges } = this.draft();
    if (this.isDirty()) return { words: $localize`Nog niet bewaard`, kind: 'bs-badge--quiet' };
    if (version === null) return { words: $localize`Concept`, kind: 'bs-badge--quiet' };
    return hasChanges
      ? { words: $localize`Gewijzigd sinds versie ${version}:version:`, kind: 'bs-badge--quiet' }
      : { words: $localize`Gepubliceerd, versie ${version}:version:`, kind: 'bs-badge--done' };
  });

  /** Said of every move. */
  protected readonly announced = signal('');
  private readonly opened = signal<readonly string[]>([]);
  protected readonly moving = signal<string | null>(null);
  protected readonly isPublishing = signal(false);
  protected readonly conflict = signal<readonly AgendaRow[] | null>(null);
  protected readonly dragged = signal<number | null>(null);
  protected readonly over = signal<number | null>(null);

  protected isOpen(key: string): boolean {
    return this.opened().includes(key);
  }

  protected open(key: string): void {
    this.opened.update((keys) => [...keys, key]);
    this.focusNext(`#${fieldOf(key)}`);
  }

  protected close(key: string): void {
    this.opened.update((keys) => keys.filter((other) => other !== key));
    this.focusNext(`#verander-${key}`);
  }

  protected readonly fieldOf = fieldOf;

  protected nameOf(row: AgendaRow): string {
    return row.title.trim() || $localize`Nieuw punt`;
  }

  protected isMissingNote(row: AgendaRow): boolean {
    return row.kind === 'item' && !this.entries().get(row.key)?.item?.contextNote;
  }

  /** One place up or down; the focus stays on the row, on the other button at the end of the list. */
  protected shift(index: number, by: -1 | 1): void {
    const key = this.model().rows[index]?.key;
    if (!key || !this.move(index, index + by)) return;
    const [same, other] = by < 0 ? ['omhoog', 'omlaag'] : ['omlaag', 'omhoog'];
    this.focusNext(`#${same}-${key}:enabled`, `#${other}-${key}:enabled`);
  }

  protected drop(index: number): void {
    const from = this.dragged();
    this.endDrag();
    if (from !== null) this.move(from, index);
  }

  protected drag(event: DragEvent, index: number): void {
    // Some browsers only begin to drag what carries something.
    event.dataTransfer?.setData('text/plain', '');
    this.dragged.set(index);
  }

  protected dragOver(event: DragEvent, index: number): void {
    if (this.dragged() === null) return;
    event.preventDefault();
    this.over.set(index);
  }

  protected endDrag(): void {
    this.dragged.set(null);
    this.over.set(null);
  }

  protected add(): void {
    const point = freshPoint(++this.serial);
    this.model.update(({ rows }) => ({ rows: [...rows, point] }));
    this.announced.set($localize`Er is een punt bij op plaats ${this.model().rows.length}:length:.`);
    this.open(point.key);
  }

  protected remove(index: number): void {
    const row = this.model().rows[index];
    if (!row) return;
    this.model.update(({ rows }) => ({ rows: rows.filter((other) => other !== row) }));
    this.announced.set($localize`${this.nameOf(row)}:name: is van de agenda gehaald.`);
    this.focusNext('#punt-erbij');
  }

  protected async save(): Promise<void> {
    if (this.isWrong()) return;
    const failure = await this.act.run(
      this.saving(),
      () => $localize`De agenda is bewaard. Alleen de griffie ziet hem.`,
    );
    if (failure) await this.explain(failure.code);
  }

  protected askToPublish(): void {
    if (this.isWrong()) return;
    this.act.forget();
    this.isPublishing.set(true);
    this.focusNext('#publiceren');
  }

  protected stopPublishing(): void {
    this.isPublishing.set(false);
    this.focusNext('#publiceer');
  }

  protected async publish(note: string): Promise<void> {
    const { id } = this.meeting();
    const saved = this.isDirty() ? this.saving() : of(this.draft());
    const failure = await this.act.run(
      saved.pipe(
        concatMap(({ revision }) => this.api.publish(id, revision, note)),
        concatMap((meeting) =>
          this.api.readDraft(id).pipe(
            tap((draft) => this.taken.emit(draft)),
            map(() => meeting),
          ),
        ),
      ),
      ({ published }) =>
        $localize`De agenda is gepubliceerd. Dit is versie ${published?.version ?? 1}:version:.`,
    );
    if (failure) {
      await this.explain(failure.code);
      return;
    }
    this.isPublishing.set(false);
    this.published.emit();
  }

  /** A winner went to another meeting, or back into the queue. */
  protected readonly rereading = (): Observable<unknown> =>
    this.api.readDraft(this.meeting().id).pipe(tap((draft) => this.taken.emit(draft)));

  protected movedAway(): void {
    this.moving.set(null);
    this.published.emit();
  }

  protected stopMoving(key: string): void {
    this.moving.set(null);
    this.focusNext(`#verplaats-${key}`);
  }

  protected takeTheirs(): void {
    this.model.set({ rows: rowsOf(this.draft()) });
    this.conflict.set(null);
    this.act.forget();
  }

  private move(from: number, to: number): boolean {
    const row = this.model().rows[from];
    const rows = movedTo(this.model().rows, from, to);
    if (!row || !rows) return false;
    this.model.set({ rows });
    this.announced.set($localize`${this.nameOf(row)}:name: staat nu op plaats ${to + 1}:to:.`);
    return true;
  }

  private saving(): Observable<DraftAgenda> {
    return this.api.saveDraft(this.meeting().id, asPut(this.model().rows, this.draft().revision)).pipe(
      tap((draft) => {
        // What was typed is now what is saved, new points with their own ids.
        this.model.set({ rows: rowsOf(draft) });
        this.opened.set([]);
        this.conflict.set(null);
        this.form().reset();
        this.taken.emit(draft);
      }),
    );
  }

  /** Shows what is wrong where it is; closed rows open for it. */
  private isWrong(): boolean {
    const wrong = this.model().rows.filter((_, index) => this.form.rows[index]?.().invalid());
    if (wrong.length === 0) return false;
    wrong.forEach((row) => {
      const field = this.form.rows[this.model().rows.indexOf(row)];
      field?.title().markAsTouched();
      field?.minutes().markAsTouched();
    });
    this.opened.update((keys) => [...new Set([...keys, ...wrong.map(({ key }) => key)])]);
    afterNextRender({ write: () => focusFirstError(this.form) }, { injector: this.injector });
    return true;
  }

  /** What is typed stays; what the colleague saved is put under it, and saving again is knowing it. */
  private async explain(code: string): Promise<void> {
    if (!CONFLICTS.includes(code)) return;
    this.isPublishing.set(false);
    this.act.forget();
    await this.act.run(
      this.api.readDraft(this.meeting().id).pipe(
        tap((draft) => {
          this.conflict.set(rowsOf(draft));
          this.taken.emit(draft);
        }),
      ),
      () => $localize`Er is nog niets bewaard. De agenda is intussen veranderd. Wat u deed, staat er nog.`,
    );
  }

  /** What was pressed may have moved or be gone: the focus goes to what is there now. */
  private focusNext(...selectors: readonly string[]): void {
    const find = (selector: string) => this.host.nativeElement.querySelector<HTMLElement>(selector);
    const focus = () =>
      selectors
        .map(find)
        .find((element) => element !== null)
        ?.focus();
    afterNextRender({ write: focus }, { injector: this.injector });
  }
}

/** The first field of a row: its name, or the minutes of a winner. */
function fieldOf(key: string): string {
  return `veld-${key}`;
}
