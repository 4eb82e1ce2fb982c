import { computed, DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { Visitor } from '@buurtstem/accounts-web';
import type { Picture, Proposal } from '@buurtstem/contract';
import { draftRefusals, unfinishedSteps } from '@buurtstem/proposals-domain';
import { type Failure, failureOf, PageClock } from '@buurtstem/ui';
import { firstValueFrom } from 'rxjs';
import { ProposalsApi } from '../proposals-api';
import { DraftMemory, type KeptPlan, type ServerCopy } from './draft-memory';
import { cleaned, EMPTY, type PlanTexts, sameTexts, textFor, textsOf } from './plan-texts';

/** The same plan as somebody wrote it in another window, or on another device. */
export interface Conflict {
  readonly theirs: PlanTexts;
  readonly server: ServerCopy | null;
  readonly isUnsent: boolean;
  readonly mark: string | null;
}

/** What came of saving: on the server, for now on this device only, refused, or written elsewhere as well. */
export type SaveAnswer =
  { readonly kind: 'saved' | 'kept' | 'conflict' } | { readonly kind: 'refused'; readonly failure: Failure };

const PATIENCE_MS = 5_000;
/** No answer, or a passing one: the text stays here, and is sent later. */
const PASSING: readonly string[] = ['offline', 'unexpected', 'temporarily-unavailable', 'too-many-requests'];
/** The draft is not ours to save any more: it is gone, or another person signed in on this device. */
const NOT_OURS: readonly string[] = ['proposal-not-found', 'not-the-submitter'];

/**
 * The plan that is being written, through all its questions: kept on this device with every change, and on the server with
 * every answer of who is signed in. Nothing that stands here is lost to a connection, a closed window or a second one.
 */
@Injectable()
export class PlanDraft {
  private readonly api = inject(ProposalsApi);
  private readonly memory = inject(DraftMemory);
  private readonly visitor = inject(Visitor);
  private readonly clock = inject(PageClock);
  private readonly window = inject(DOCUMENT).defaultView;

  readonly texts = signal<PlanTexts>(EMPTY);
  readonly pictures = signal<readonly Picture[]>([]);
  readonly server = signal<ServerCopy | null>(null);
  /** Whether others can read it already: then it is saved as a whole, at the end. */
  readonly isPublished = signal(false);
  /** Whether something stands here that the server has not. */
  readonly isUnsent = signal(false);
  readonly isSaving = signal(false);
  readonly savedAt = signal<Date | null>(null);
  readonly conflict = signal<Conflict | null>(null);
  /** No connection, or none when it was last tried. */
  readonly isOffline = signal(false);
  /** Whether the question on the page is shown with something wrong in its answer. */
  readonly hasMistake = signal(false);
  /** Whether somebody goes on with what was begun before this visit. */
  readonly isResumed = signal(false);
  readonly unfinished = computed(() => unfinishedSteps(cleaned(this.texts())));
  readonly isEmpty = computed(() => sameTexts(this.texts(), EMPTY));

  private opened: number | undefined;
  private mark: string | null = null;
  private pending: Promise<SaveAnswer> | null = null;

  constructor() {
    const [online, offline] = [() => this.cameBack(), () => this.isOffline.set(true)];
    this.window?.addEventListener('online', online);
    this.window?.addEventListener('offline', offline);
    inject(DestroyRef).onDestroy(() => {
      this.window?.removeEventListener('online', online);
      this.window?.removeEventListener('offline', offline);
    });
  }

  /** Takes up what this device kept; `opened` is the number of a plan in the address. */
  begin(opened: number | undefined): void {
    this.opened = opened;
    const kept = this.memory.read(opened);
    this.take(kept ?? { ...EMPTY, server: null, isUnsent: false, mark: null });
    this.isResumed.set(kept !== null && opened === undefined);
    this.isOffline.set(this.window?.navigator?.onLine === false);
  }

  /** The server's copy as it was read. What was changed here meanwhile stays, and a change on both sides is a conflict. */
  arrived(proposal: Proposal): void {
    if (!proposal.mine) return;
    if (proposal.state !== 'draft' && this.opened === undefined && !this.isUnsent()) return this.startAnew();
    const theirs = textsOf(proposal);
    const server = { number: proposal.number, version: proposal.version };
    this.pictures.set(proposal.pictures);
    this.isPublished.set(proposal.state !== 'draft');
    const known = this.server()?.version;
    if (this.isUnsent() && !sameTexts(theirs, this.texts()) && known !== proposal.version) {
      this.conflict.set({ theirs, server, isUnsent: false, mark: null });
    } else if (this.isUnsent()) {
      this.server.set(server);
    } else {
      this.take({ ...theirs, server, isUnsent: false, mark: this.mark });
      this.keep();
    }
  }

  write(change: Partial<PlanTexts>): void {
    const texts = { ...this.texts(), ...change };
    if (sameTexts(texts, this.texts())) return;
    this.texts.set(texts);
    this.isUnsent.set(true);
    this.keep();
  }

  /** Sends what stands here, if there is somebody to send it for and enough to be a draft. One request at a time. */
  async save(): Promise<SaveAnswer> {
    while (this.pending !== null) await this.pending;
    this.pending = this.send();
    try {
      return await this.pending;
    } finally {
      this.pending = null;
    }
  }

  /**
   * What a question does with its answer: sends it, unless others can read the plan already. On a line that hangs nobody has to
   * wait: the answer is kept here, and sent while they go on.
   */
  answer(): Promise<SaveAnswer> {
    if (this.isPublished()) return Promise.resolve({ kind: 'kept' });
    const patience = new Promise<SaveAnswer>((goOn) => setTimeout(() => goOn({ kind: 'kept' }), PATIENCE_MS));
    return Promise.race([this.save(), patience]);
  }

  async publish(): Promise<number> {
    const server = this.server();
    if (server === null) throw new Error('Only what is on the server can be published.');
    const { number } = await firstValueFrom(this.api.publish(server.number));
    this.memory.forget(this.opened);
    return number;
  }

  /** Once a published plan has its new text, this device need not remember it. */
  forget(): void {
    this.memory.forget(this.opened);
  }

  /** Another plan; the one that was begun stays on the server. */
  startAnew(): void {
    this.memory.forget(this.opened);
    this.take({ ...EMPTY, server: null, isUnsent: false, mark: null });
    this.pictures.set([]);
    this.isPublished.set(false);
    this.savedAt.set(null);
    this.isResumed.set(false);
  }

  async keepMine(): Promise<SaveAnswer> {
    const conflict = this.conflict();
    if (conflict === null) return { kind: 'kept' };
    this.conflict.set(null);
    this.server.set(conflict.server ?? this.server());
    this.mark = conflict.mark ?? this.mark;
    this.isUnsent.set(true);
    this.keep();
    return this.save();
  }

  takeTheirs(): void {
    const conflict = this.conflict();
    if (conflict === null) return;
    this.conflict.set(null);
    this.take({
      ...conflict.theirs,
      server: conflict.server ?? this.server(),
      isUnsent: conflict.isUnsent,
      mark: conflict.mark ?? this.mark,
    });
    this.keep();
  }

  private async send(): Promise<SaveAnswer> {
    if (this.conflict() !== null) return { kind: 'conflict' };
    if (!this.visitor.isSignedIn() || draftRefusals(cleaned(this.texts())).length > 0)
      return { kind: 'kept' };
    const [sent, server] = [this.texts(), this.server()];
    if (server !== null && !this.isUnsent()) return { kind: 'saved' };
    this.isSaving.set(true);
    try {
      const text = textFor(sent);
      const request = server
        ? this.api.edit(server.number, { ...text, version: server.version })
        : this.api.saveDraft(text);
      this.took(await firstValueFrom(request), sent);
      return { kind: 'saved' };
    } catch (error) {
      return await this.notTaken(failureOf(error));
    } finally {
      this.isSaving.set(false);
    }
  }

  private took(proposal: Proposal, sent: PlanTexts): void {
    this.server.set({ number: proposal.number, version: proposal.version });
    this.pictures.set(proposal.pictures);
    // Whoever typed on while it was under way has something unsent again.
    this.isUnsent.set(!sameTexts(sent, this.texts()));
    this.isOffline.set(false);
    this.savedAt.set(this.clock.now());
    this.keep();
  }

  private async notTaken(failure: Failure): Promise<SaveAnswer> {
    if (failure.code === 'offline') this.isOffline.set(true);
    if (failure.code === 'sign-in-first') this.visitor.forget();
    if (failure.code === 'sign-in-first' || PASSING.includes(failure.code)) return { kind: 'kept' };
    const server = this.server();
    if (server !== null && NOT_OURS.includes(failure.code)) {
      this.server.set(null);
      this.keep();
      return this.send();
    }
    if (server === null || failure.code !== 'version-conflict') return { kind: 'refused', failure };
    try {
      this.arrived(await firstValueFrom(this.api.read(server.number)));
      return this.conflict() === null ? await this.send() : { kind: 'conflict' };
    } catch {
      return { kind: 'kept' };
    }
  }

  private take(kept: Omit<KeptPlan, 'mark'> & { readonly mark: string | null }): void {
    const { server, isUnsent, mark, ...texts } = kept;
    this.texts.set(texts);
    this.server.set(server);
    this.isUnsent.set(isUnsent);
    this.mark = mark;
  }

  private keep(): void {
    if (this.conflict() !== null) return;
    const there = this.memory.read(this.opened);
    if (there !== null && there.mark !== this.mark) {
      const { server, isUnsent, mark, ...theirs } = there;
      if (!sameTexts(theirs, this.texts())) return this.conflict.set({ theirs, server, isUnsent, mark });
    }
    this.mark = newMark();
    const [server, isUnsent, mark] = [this.server(), this.isUnsent(), this.mark];
    this.memory.keep({ ...this.texts(), server, isUnsent, mark }, this.opened);
  }

  private cameBack(): void {
    this.isOffline.set(false);
    if (this.isUnsent() && this.server() !== null && !this.isPublished()) void this.save();
  }
}

const newMark = (): string => crypto.getRandomValues(new Uint32Array(2)).join('-');
