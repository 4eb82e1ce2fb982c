import { computed, signal } from '@angular/core';
import type { Pictures } from '@buurtstem/contract';
import { failureOf, failureWords, photoMistake } from '@buurtstem/ui';
import type { PhotosApi } from './photos-api';

/** A photo that is not there yet. */
export interface WaitingPhoto {
  readonly id: string;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'failed';
  /** Of a hundred, while it is being sent. */
  readonly percent: number;
  /** Why it failed. */
  readonly words: string | null;
  /** False where it would be refused again. */
  readonly mayRetry: boolean;
}

/** What passes by itself: a connection that was lost, a site that is busy. */
const PASSING: readonly string[] = ['offline', 'unexpected', 'temporarily-unavailable', 'too-many-requests'];

/** A random UUID. `crypto.randomUUID` is not there on a page that came without TLS, as a demo's does on a phone. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const digits = [...bytes].map((byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  });
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Sends photos one after the other, so that each gets the whole of a phone's connection. A failed one waits for its sender. */
export class PhotoQueue {
  private readonly photos = signal<readonly WaitingPhoto[]>([]);
  readonly waiting = this.photos.asReadonly();
  readonly isEmpty = computed(() => this.photos().length === 0);
  private isSending = false;

  constructor(
    private readonly api: Pick<PhotosApi, 'send'>,
    private readonly plan: () => number,
    private readonly arrived: (pictures: Pictures) => void,
  ) {}

  add(files: readonly File[]): void {
    const added = files.map((file): WaitingPhoto => {
      const words = photoMistake(file);
      const state = words === null ? 'waiting' : 'failed';
      return { id: newId(), file, state, percent: 0, words, mayRetry: false };
    });
    this.photos.update((photos) => [...photos, ...added]);
    void this.run();
  }

  retry(id: string): void {
    this.change(id, { state: 'waiting', percent: 0, words: null });
    void this.run();
  }

  drop(id: string): void {
    this.photos.update((photos) => photos.filter((photo) => photo.id !== id));
  }

  private async run(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    for (let next = this.next(); next !== undefined; next = this.next()) await this.send(next);
    this.isSending = false;
  }

  private next(): WaitingPhoto | undefined {
    return this.photos().find(({ state }) => state === 'waiting');
  }

  private async send({ id, file }: WaitingPhoto): Promise<void> {
    this.change(id, { state: 'sending' });
    try {
      const pictures = await this.api.send(this.plan(), id, file, (percent) => this.change(id, { percent }));
      this.drop(id);
      this.arrived(pictures);
    } catch (error) {
      const failure = failureOf(error);
      const words = failureWords(failure);
      this.change(id, { state: 'failed', words, mayRetry: PASSING.includes(failure.code) });
    }
  }

  private change(id: string, change: Partial<WaitingPhoto>): void {
    this.photos.update((photos) =>
      photos.map((photo) => (photo.id === id ? { ...photo, ...change } : photo)),
    );
  }
}
