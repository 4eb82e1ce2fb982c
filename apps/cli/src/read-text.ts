import { BadInput } from './bad-input';

type ReadFile = (path: string) => Promise<Buffer>;

/** The text of a UTF-8 file; what cannot be read, or is not UTF-8, is bad input. */
export async function readText(path: string, read: ReadFile): Promise<string> {
  const bytes = await read(path).catch((error: NodeJS.ErrnoException) => {
    const code = error.code ?? error.message;
    throw new BadInput(path, [code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`]);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput(path, ['is not UTF-8 text']);
  }
}
