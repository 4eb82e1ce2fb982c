import fc from 'fast-check';
import { blocksOf, leadsSomewhere, piecesIn, type Piece } from './index';

const words = (text: string): Piece => ({ text, href: null });

describe('the text of a page', () => {
  it('has paragraphs, headings and lists, in the order in which they were typed', () => {
    const text =
      'Eerste regel\nTweede regel\n\n## Een kop\n- een\n- twee\nweer gewoon\n\n- drie\n\n\nlaatste';
    expect(blocksOf(text)).toEqual([
      { kind: 'paragraph', lines: [[words('Eerste regel')], [words('Tweede regel')]] },
      { kind: 'heading', text: 'Een kop' },
      { kind: 'list', items: [[words('een')], [words('twee')]] },
      { kind: 'paragraph', lines: [[words('weer gewoon')]] },
      { kind: 'list', items: [[words('drie')]] },
      { kind: 'paragraph', lines: [[words('laatste')]] },
    ]);
  });

  it.each(['', ' \n\r\n ', '\n'])('is nothing where nothing was typed: %j', (text) => {
    expect(blocksOf(text)).toEqual([]);
  });

  it('reads the ends of lines of every kind of computer', () => {
    expect(blocksOf('een\r\ntwee\rdrie')).toHaveLength(1);
    expect(blocksOf('een\r\n\r\ntwee')).toHaveLength(2);
  });

  it.each(['# een', '### een', '##een', '-een', '* een', '1. een', '## ', '- '])(
    'takes %j as words',
    (line) => {
      expect(blocksOf(line)).toEqual([{ kind: 'paragraph', lines: [[words(line.trim())]] }]);
    },
  );

  it('never makes markup of what looks like it', () => {
    const text = '<script>alert(1)</script>\n\n<b>vet</b> &amp; <img src=x onerror=alert(1)>';
    expect(blocksOf(text)).toEqual([
      { kind: 'paragraph', lines: [[words('<script>alert(1)</script>')]] },
      { kind: 'paragraph', lines: [[words('<b>vet</b> &amp; <img src=x onerror=alert(1)>')]] },
    ]);
  });

  it('loses no word, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const line = text.replace(/[\r\n]/g, ' ').trim();
        const said = piecesIn(line)
          .map(({ text: shown, href }) => (href === null || href === shown ? shown : `[${shown}](${href})`))
          .join('');
        expect(said).toBe(line);
      }),
    );
  });

  it('makes a link of nothing but an encrypted address or a page of this site, whatever is typed', () => {
    const scary = fc.constantFrom(
      'javascript:',
      'data:',
      '//',
      'http://',
      '/\\',
      'https://',
      '[a](',
      ')',
      '/',
      'x.nl',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(scary, fc.string({ maxLength: 4 })), { maxLength: 8 }), (parts) => {
        for (const block of blocksOf(parts.join(''))) {
          const lines = block.kind === 'heading' ? [] : block.kind === 'list' ? block.items : block.lines;
          for (const { href } of lines.flat())
            expect(href === null || /^(https:\/\/[a-z0-9.-]|\/(?![/\\]))/i.test(href)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a link', () => {
  it('is an address by itself, without the full stop behind it', () => {
    expect(piecesIn('Kijk op https://voorbeeld.example/a?b=c. Of bel.')).toEqual([
      words('Kijk op '),
      { text: 'https://voorbeeld.example/a?b=c', href: 'https://voorbeeld.example/a?b=c' },
      words('. Of bel.'),
    ]);
    expect(piecesIn('(https://voorbeeld.example)')).toEqual([
      words('('),
      { text: 'https://voorbeeld.example', href: 'https://voorbeeld.example' },
      words(')'),
    ]);
  });

  it.each(['https://voorbeeld.example/x', '/west/spelregels', '/', '/west/plannen?sorteer=nieuw#lijst'])(
    'stands behind words: %s',
    (address) => {
      expect(piecesIn(`Lees [meer hierover](${address}) nu`)).toEqual([
        words('Lees '),
        { text: 'meer hierover', href: address },
        words(' nu'),
      ]);
    },
  );

  it.each([
    'javascript:alert',
    'JaVaScRiPt:alert',
    'data:text/html,x',
    '//kwaad.example',
    '/\\kwaad.example',
    'http://voorbeeld.example',
    'mailto:a@b.nl',
    'https://naam@kwaad.example',
    'west/spelregels',
    'https://',
  ])('that leads nowhere good stays words: %s', (address) => {
    const line = `Lees [meer](${address})`;
    expect(leadsSomewhere(address)).toBe(false);
    expect(piecesIn(line)).toEqual([words(line)]);
  });

  it('may stand several times in a line, side by side', () => {
    expect(piecesIn('[een](/een)[twee](/twee)')).toEqual([
      { text: 'een', href: '/een' },
      { text: 'twee', href: '/twee' },
    ]);
  });
});
