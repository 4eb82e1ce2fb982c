import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { DisplayName, Visitor } from '@buurtstem/accounts-web';
import type { Argument, Like, Reply, ReplyPage } from '@buurtstem/contract';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { counted, failureOf, failureWords, Icon, Notice, personName, TextForm } from '@buurtstem/ui';
import { DiscussionApi } from '../discussion-api';
import { InPlace } from '../in-place';
import type { Place } from '../subject';
import { LikeButton } from './like-button';
import { WrittenText } from './written-text';

const MORE_EACH_TIME = 20;
const MOST_AT_ONCE = 100;

/** An argument, "goed punt", and the replies to it, oldest first. */
@Component({
  selector: 'bs-argument-item',
  imports: [RouterLink, DisplayName, Icon, InPlace, LikeButton, Notice, TextForm, WrittenText],
  templateUrl: './argument-item.html',
})
export class ArgumentItem {
  protected readonly repliesLabel = computed(() => $localize`Reacties op ${this.name()}:name:`);
  readonly argument = input.required<Argument>();
  readonly place = input.required<Place>();

  private readonly api = inject(DiscussionApi);
  private readonly injector = inject(Injector);
  private readonly replying = viewChild<InPlace>('replying');
  private readonly lines = viewChildren<ElementRef<HTMLElement>>('line');
  protected readonly visitor = inject(Visitor);
  protected readonly limits = TEXT_LENGTHS;

  /** As the list said, and moved at once by what the visitor does. */
  protected readonly shown = linkedSignal(() => this.argument());
  /** The replies read so far; the first ones came with the argument, without a place to go on from. */
  private readonly read = linkedSignal<ReplyPage>(() => {
    const { replies, replyCount } = this.argument();
    return { items: replies, total: replyCount, next: null };
  });
  /** The visitor's own new ones, which may stand after replies that were not read yet. */
  private readonly placed = linkedSignal<Argument, readonly Reply[]>({
    source: this.argument,
    computation: () => [],
  });
  protected readonly replies = computed(() => {
    const { items } = this.read();
    const known = new Set(items.map(({ id }) => id));
    return [...items, ...this.placed().filter(({ id }) => !known.has(id))];
  });
  protected readonly rest = computed(() => this.read().total - this.replies().length);
  protected readonly restWords = computed(
    () => $localize`Toon nog ${counted(this.rest(), $localize`reactie`, $localize`reacties`)}:counted:`,
  );
  protected readonly name = computed(() => personName(this.shown().authorName));
  protected readonly returnHere = computed<Place>(() => {
    const place = this.place();
    return { ...place, returnTo: `${place.returnTo}#reactie-${this.argument().id}` };
  });
  protected readonly isPlaced = signal(false);
  protected readonly failure = signal<string | null>(null);

  protected readonly reply = (body: string) =>
    this.api.reply(this.place().proposal, this.argument().id, body);

  protected liked(like: Like): void {
    this.shown.update((shown) => ({ ...shown, ...like }));
  }

  protected show(reply: Reply): void {
    // A reply locks the argument, and the replies before it.
    this.shown.update((shown) => ({ ...shown, editable: false }));
    this.read.update((read) => ({ ...read, items: read.items.map(locked), total: read.total + 1 }));
    this.placed.update((placed) => [...placed.map(locked), reply]);
    this.isPlaced.set(true);
    this.stopReplying();
  }

  protected stopReplying(): void {
    this.replying()?.close();
  }

  /** A changed reply: the answer has the first replies only, so a later one is read with those before it. */
  protected replyEdited(id: string, answer: Argument): void {
    const first = answer.replies.find((reply) => reply.id === id);
    if (!first) return this.readReplies(Math.min(this.replies().length, MOST_AT_ONCE), null);
    const renew = (replies: readonly Reply[]) => replies.map((reply) => (reply.id === id ? first : reply));
    this.read.update((read) => ({ ...read, items: renew(read.items) }));
    this.placed.update(renew);
  }

  /** Goes on where the list ends; the first time from the beginning, since the first ones came without that place. */
  protected showMore(): void {
    const { items, next } = this.read();
    const limit = next === null ? Math.min(items.length + MORE_EACH_TIME, MOST_AT_ONCE) : MORE_EACH_TIME;
    const before = items.length;
    this.readReplies(limit, next, () =>
      afterNextRender(
        { write: () => this.lines()[before]?.nativeElement.focus() },
        { injector: this.injector },
      ),
    );
  }

  private readReplies(limit: number, after: string | null, then: () => void = () => undefined): void {
    this.failure.set(null);
    this.api.replies(this.place().proposal, this.argument().id, limit, after).subscribe({
      next: (page) => {
        this.read.update(({ items }) =>
          after === null ? page : { ...page, items: [...items, ...page.items] },
        );
        then();
      },
      error: (error: unknown) => this.failure.set(failureWords(failureOf(error))),
    });
  }
}

function locked(reply: Reply): Reply {
  return { ...reply, editable: false };
}
