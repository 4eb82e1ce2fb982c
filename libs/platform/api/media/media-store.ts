import type { NextFunction, Request, Response } from 'express';

export interface StoredFile {
  readonly path: string;
  /** By the clock of whoever keeps the files. */
  readonly storedAt: Date;
}

/** Where the files below `/media` are kept. A path is letters, digits, `-`, `_`, `.` and `/`, and names one content for ever. */
export abstract class MediaStore {
  /** Whole or not at all: a reader never sees half a file. */
  abstract keep(path: string, bytes: Buffer): Promise<void>;

  abstract has(path: string): Promise<boolean>;

  /** All of the file; null where there is none. Whether somebody may see it is asked elsewhere. */
  abstract read(path: string): Promise<Buffer | null>;

  /** What is not there is removed already. */
  abstract remove(path: string): Promise<void>;

  /** Every file below a folder, in no order. */
  abstract list(folder: string): AsyncIterable<StoredFile>;

  /** Answers a request for the file, with its ETag and ranges; goes on where there is none. */
  abstract serve(path: string, request: Request, response: Response, next: NextFunction): void;
}
