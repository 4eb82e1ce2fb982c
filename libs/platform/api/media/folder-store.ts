import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { NextFunction, Request, Response } from 'express';
import { MediaStore, type StoredFile } from './media-store';

/** The files in a folder of this machine, or of a disk that all processes share. */
export class FolderStore extends MediaStore {
  constructor(private readonly root: string) {
    super();
  }

  async keep(path: string, bytes: Buffer): Promise<void> {
    const target = join(this.root, path);
    const folder = dirname(target);
    await mkdir(folder, { recursive: true });
    const part = join(folder, `.${randomUUID()}.part`);
    try {
      await writeFile(part, bytes, { flag: 'wx' });
      await rename(part, target);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  has(path: string): Promise<boolean> {
    return access(join(this.root, path)).then(
      () => true,
      (error: unknown) => {
        if (isMissing(error)) return false;
        throw error;
      },
    );
  }

  read(path: string): Promise<Buffer | null> {
    return readFile(join(this.root, path)).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
  }

  async remove(path: string): Promise<void> {
    await rm(join(this.root, path), { force: true });
  }

  /** Also the parts that a process left when it died. */
  async *list(folder: string): AsyncIterable<StoredFile> {
    const entries = await readdir(join(this.root, folder), { recursive: true, withFileTypes: true }).catch(
      (error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      },
    );
    for (const entry of entries.filter((one) => one.isFile())) {
      const file = join(entry.parentPath, entry.name);
      const { mtime } = await stat(file);
      yield { path: relative(this.root, file).split(sep).join('/'), storedAt: mtime };
    }
  }

  serve(path: string, _request: Request, response: Response, next: NextFunction): void {
    const options = { root: this.root, immutable: true, maxAge: '30d', dotfiles: 'ignore' } as const;
    response.sendFile(path, options, (error?: (Error & { status?: number; code?: string }) | null) => {
      // Whoever asked has gone.
      if (!error || error.code === 'ECONNABORTED') return;
      if (error.status === 416) response.status(416).end();
      else if (error.status === 404 || error.status === 403 || error.code === 'EISDIR') next();
      else next(error);
    });
  }
}

function isMissing(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
