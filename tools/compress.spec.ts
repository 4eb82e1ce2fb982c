import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressFolder } from './compress';

describe('compressing the built site', () => {
  const script = 'export const answer = 42;\n'.repeat(200);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'compress-'));
    mkdirSync(join(folder, 'en'));
    writeFileSync(join(folder, 'main-ASJUW77M.js'), script);
    writeFileSync(join(folder, 'en/main-ASJUW77M.js'), script);
    writeFileSync(join(folder, 'tiny.css'), 'a{}');
    writeFileSync(join(folder, 'letters.woff2'), script);
  });

  it('lays a smaller copy in both encodings beside every text, in the folders of languages too', async () => {
    expect(await compressFolder(folder)).toBe(2);
    for (const file of ['main-ASJUW77M.js', 'en/main-ASJUW77M.js']) {
      const [br, gz] = [readFileSync(join(folder, `${file}.br`)), readFileSync(join(folder, `${file}.gz`))];
      expect(brotliDecompressSync(br).toString()).toBe(script);
      expect(gunzipSync(gz).toString()).toBe(script);
      expect(br.length).toBeLessThan(script.length / 10);
    }
  });

  it('leaves alone what would not become smaller', async () => {
    await compressFolder(folder);
    expect(existsSync(join(folder, 'tiny.css.br'))).toBe(false);
    expect(existsSync(join(folder, 'letters.woff2.gz'))).toBe(false);
  });

  it('does not compress its own copies at a second build', async () => {
    await compressFolder(folder);
    expect(await compressFolder(folder)).toBe(2);
    expect(existsSync(join(folder, 'main-ASJUW77M.js.br.gz'))).toBe(false);
  });
});
