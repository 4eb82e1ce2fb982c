import { inflateSync } from 'node:zlib';

/**
 * The words of a printed paper, once as each of its fonts reads them: what was printed in a font is legible in that
 * one's reading. Enough to look a word up; no reader of PDF files.
 */
export function pdfText(pdf: Buffer): string[] {
  const streams = [...pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body]) => {
    const raw = Buffer.from(body ?? '', 'latin1');
    return raw[0] === 0x78 ? inflateSync(raw).toString('latin1') : '';
  });
  const lines = streams
    .filter((stream) => stream.includes(' TJ'))
    .flatMap((page) => [...page.matchAll(/\[([^\]]*)\] TJ/g)].map(([, line]) => line ?? ''))
    .map((line) => [...line.matchAll(/<([0-9a-f]+)>/g)].map(([, hex]) => hex ?? '').join(''));
  return streams
    .filter((stream) => stream.includes('beginbfrange'))
    .map((map) => {
      const signs = signsOf(map);
      return lines
        .map((line) =>
          (line.match(/.{4}/g) ?? []).map((code) => signs.get(parseInt(code, 16)) ?? '').join(''),
        )
        .join('\n');
    });
}

/** Which sign each code of a font means. */
function signsOf(map: string): Map<number, string> {
  const signs = new Map<number, string>();
  for (const [, first, , listed] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g)) {
    [...(listed ?? '').matchAll(/<([0-9a-f ]*)>/g)].forEach(([, hex], index) => {
      const units = (hex ?? '').replaceAll(' ', '').match(/.{4}/g) ?? [];
      signs.set(
        parseInt(first ?? '', 16) + index,
        String.fromCharCode(...units.map((unit) => parseInt(unit, 16))),
      );
    });
  }
  return signs;
}
