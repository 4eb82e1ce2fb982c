import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import type { Picture, Pictures } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { PICTURES_PER_PROPOSAL } from '@buurtstem/proposals-domain';
import {
  cleanText,
  failureOf,
  failureWords,
  Field,
  FieldInput,
  Icon,
  lengthWords,
  Notice,
  Photo,
  PHOTO_TYPES,
} from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import { PhotoQueue, type WaitingPhoto } from './photo-queue';
import { PhotosApi } from './photos-api';

/**
 * The photos beside one's own plan: chosen, sent, described, put in order and taken away. Each step is kept at once, so
 * that nothing waits for a button at the end.
 */
@Component({
  selector: 'bs-plan-photos',
  imports: [Field, FieldInput, Icon, Notice, Photo],
  templateUrl: './plan-photos.html',
})
export class PlanPhotos {
  protected readonly labels = {
    earlier: (number: number) => $localize`Zet foto ${number}:number: eerder`,
    later: (number: number) => $localize`Zet foto ${number}:number: later`,
    remove: (number: number) => $localize`Haal foto ${number}:number: weg`,
    sending: (file: string) => $localize`Versturen van ${file}:file:`,
  };
  protected readonly another = $localize`Zet er nog een foto bij (hoeft niet)`;
  protected readonly first = $localize`Kies een foto (hoeft niet)`;
  /** The number of the plan. */
  readonly plan = input.required<number>();
  readonly pictures = input.required<readonly Picture[]>();
  readonly changed = output<Picture[]>();

  private readonly api = inject(PhotosApi);
  private readonly injector = inject(Injector);
  /** An answer may come when one has gone on to another page: it is kept there, and nothing is shown here. */
  private readonly here = inject(DestroyRef);
  protected readonly types = PHOTO_TYPES;
  /** Said once: the next fields ask the same. */
  protected readonly ALT_HINT = $localize`Zo weet ook wie de foto niet kan zien waar het om gaat. Bijvoorbeeld: ‘Kinderen wachten bij de weg’.`;
  protected readonly altMax = TEXT_LENGTHS.pictureAlt.max;
  protected readonly queue = new PhotoQueue(this.api, this.plan, (answer) => this.arrived(answer));
  /** What happened last, for who does not see it happen. */
  protected readonly said = signal('');
  protected readonly failure = signal<string | null>(null);
  protected readonly choiceError = signal<string | null>(null);
  protected readonly altErrors = signal<Readonly<Record<string, string>>>({});
  protected readonly busy = signal(false);
  protected readonly room = computed(
    () => PICTURES_PER_PROPOSAL - this.pictures().length - this.queue.waiting().length,
  );
  protected readonly roomWords = computed(() => {
    const photos = this.room() === 1 ? $localize`één foto` : $localize`${this.room()}:room: foto’s`;
    return $localize`Er is plaats voor ${photos}:photos:. JPEG, PNG of WebP, hooguit 10 MB. Waar de foto is gemaakt, halen wij eruit.`;
  });

  /** What still has to be done before the plan can be placed; null when nothing has to. */
  unfinished(): string | null {
    if (this.queue.isEmpty()) return null;
    const failed = this.queue.waiting().some(({ state }) => state === 'failed');
    return failed
      ? $localize`Een foto is nog niet verstuurd. Probeer het opnieuw, of laat de foto weg.`
      : $localize`Een foto wordt nog verstuurd. Wacht nog even.`;
  }

  protected choose(event: Event): void {
    const field = event.target as HTMLInputElement;
    const files = [...(field.files ?? [])];
    // So that the same file can be chosen again.
    field.value = '';
    const room = this.room();
    this.choiceError.set(
      files.length > room
        ? $localize`U koos ${files.length}:length: foto’s. Er is plaats voor ${room}:room:.`
        : null,
    );
    if (files.length <= room) this.queue.add(files);
  }

  protected progressWords({ state, percent }: WaitingPhoto): string {
    if (state === 'waiting') return $localize`Wacht op de foto hiervoor.`;
    return percent < 100
      ? $localize`${percent}:percent:% verstuurd`
      : $localize`Verstuurd. Wij maken de foto klaar.`;
  }

  protected drop(id: string): void {
    this.queue.drop(id);
    this.focus('fotos');
  }

  protected async describe({ id }: Picture, text: string, index: number): Promise<void> {
    const alt = cleanText(text);
    const mistake =
      alt === '' ? null : lengthWords(alt, TEXT_LENGTHS.pictureAlt, $localize`wat er op de foto staat`);
    this.altErrors.update(({ [id]: _, ...others }) =>
      mistake === null ? others : { ...others, [id]: mistake },
    );
    if (mistake !== null) return;
    await this.keep(async () => {
      const { items } = await firstValueFrom(this.api.describe(this.plan(), id, alt));
      return { items, words: $localize`De beschrijving van foto ${index + 1}:index: is bewaard.` };
    });
  }

  protected async move(index: number, by: 1 | -1): Promise<void> {
    const ids = this.pictures().map(({ id }) => id);
    const [id] = ids.splice(index, 1);
    if (id === undefined) return;
    const place = index + by;
    ids.splice(place, 0, id);
    await this.keep(async () => {
      const { items } = await firstValueFrom(this.api.order(this.plan(), ids));
      return { items, words: $localize`De foto staat nu op plaats ${place + 1}:place:.` };
    });
    // The button may be one that leads nowhere now.
    const goesOn = by < 0 ? place > 0 : place < ids.length - 1;
    const leads = goesOn === by < 0 ? 'eerder' : 'later';
    this.focus(`${leads}-${id}`);
  }

  protected async remove({ id }: Picture, index: number): Promise<void> {
    await this.keep(async () => {
      await firstValueFrom(this.api.remove(this.plan(), id));
      const items = this.pictures().filter((one) => one.id !== id);
      return { items, words: $localize`Foto ${index + 1}:index: is weg.` };
    });
    this.focus('fotos');
  }

  private arrived({ items }: Pictures): void {
    if (this.here.destroyed) return;
    this.changed.emit(items);
    this.said.set($localize`Foto ${items.length}:length: staat erbij.`);
  }

  private async keep(work: () => Promise<{ items: Picture[]; words: string }>): Promise<void> {
    this.failure.set(null);
    this.busy.set(true);
    try {
      const { items, words } = await work();
      if (this.here.destroyed) return;
      this.changed.emit(items);
      this.said.set(words);
    } catch (error) {
      this.failure.set(failureWords(failureOf(error)));
    } finally {
      this.busy.set(false);
    }
  }

  private focus(id: string): void {
    if (this.here.destroyed) return;
    afterNextRender(() => document.getElementById(id)?.focus(), { injector: this.injector });
  }
}
