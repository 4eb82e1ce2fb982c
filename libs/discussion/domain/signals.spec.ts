import fc from 'fast-check';
import { isPostingFast, isRepeated, textSignals, type SignalKind } from './index';

const found = (text: string, kind: SignalKind, watchWords: string[] = []) =>
  textSignals(text, watchWords)
    .filter((signal) => signal.kind === kind)
    .map(({ match }) => match);

describe('a phone number', () => {
  it.each([
    ['Bel 0612345678.', '0612345678'],
    ['Bel 06-12345678!', '06-12345678'],
    ['bel 06 12345678', '06 12345678'],
    ['Bel ze maar eens: 06 12 34 56 78. Dan weten ze het', '06 12 34 56 78'],
    ['06-1234 5678', '06-1234 5678'],
    ['06-12-34-56-78', '06-12-34-56-78'],
    ['app 06 123 45 678', '06 123 45 678'],
    ['06 123 456 78', '06 123 456 78'],
    ['+31612345678', '+31612345678'],
    ['+31 6 12345678', '+31 6 12345678'],
    ['+31 (0)6 12 34 56 78', '+31 (0)6 12 34 56 78'],
    ['0031 6 1234 5678', '0031 6 1234 5678'],
    ['0031612345678', '0031612345678'],
    ['020-1234567', '020-1234567'],
    ['(020) 123 45 67', '(020) 123 45 67'],
    ['+31 20 123 4567', '+31 20 123 4567'],
    ['0251 123456', '0251 123456'],
    ['0251-12 34 56', '0251-12 34 56'],
    ['020/1234567', '020/1234567'],
  ])('is seen in %j', (text, match) => {
    expect(found(text, 'phone-number')).toEqual([match]);
  });

  it.each([
    'In 2026 komen hier 1.500 huizen bij.',
    'Het kost € 612.345,00 en dat is 0,6 procent.',
    'De vergadering is op 06-12-2026 om 10.30 uur.',
    'Van 01-12-2026 10:30 tot 24-12-2026 17:00.',
    'Tussen 2020 en 2026 kwamen er 123456 bezoekers.',
    'NL91ABNA0417164300 is de rekening van de club.',
    'Neem bus 21, 22 of 48, of tram 13.',
    'Zaaknummer 2026-0612345678-A.',
    'Lengte 0612345678901 is onzin.',
    'Er wonen 12 345 678 mensen.',
    'Op nummer 6 1234 mensen? Nee, 1.234.',
  ])('is not seen in %j', (text) => {
    expect(found(text, 'phone-number')).toEqual([]);
  });
});

describe('an e-mail address', () => {
  it.each([
    ['Mail jan.de.vries@voorbeeld.example even', 'jan.de.vries@voorbeeld.example'],
    ['JAN+buurt@mail.voorbeeld.nl.', 'JAN+buurt@mail.voorbeeld.nl'],
    ['jan (at) voorbeeld.nl', 'jan (at) voorbeeld.nl'],
    ['jan[at]voorbeeld.nl', 'jan[at]voorbeeld.nl'],
  ])('is seen in %j', (text, match) => {
    expect(found(text, 'email-address')).toEqual([match]);
  });

  it.each(['Wij eten @ het buurthuis.', 'Volg ons: @buurtwest', 'Kom om 10.00 uur @thuis'])(
    'is not seen in %j',
    (text) => {
      expect(found(text, 'email-address')).toEqual([]);
    },
  );
});

describe('a postcode', () => {
  it.each([
    ['Zij woont op 1055 AB.', '1055 AB'],
    ['1055AB 14', '1055AB 14'],
    ['1055 AB 14 b, tweede verdieping', '1055 AB 14 b'],
    ['1055ab', '1055ab'],
    ['1055 EN 12', '1055 EN 12'],
    ['1055 AB, nr. 14', '1055 AB, nr. 14'],
  ])('is seen in %j', (text, match) => {
    expect(found(text, 'postcode')).toEqual([match]);
  });

  it.each([
    'In 2026 en 2027 wordt er gebouwd.',
    'IN 2026 IS ALLES ANDERS.',
    'Het WK van 2026 en 1500 in de rij.',
    'Er komen 1500 KM fietspad en 2000 TV schermen.',
    '1055 SS bestaat niet.',
    '1055in is een tikfout.',
    'In 1940 1944 en 1945.',
    'Een bedrag van 1.500 AB.',
    'Bus 1055 Abcoude',
    'Op 31-12-2026 AB',
  ])('is not seen in %j', (text) => {
    expect(found(text, 'postcode')).toEqual([]);
  });
});

describe('a licence plate', () => {
  it.each([
    ...['AB-12-34', '12-34-AB', '12-AB-34', 'XB-12-XB', 'BX-XB-12', '12-XB-XB', '12-XBX-1', '1-XBX-12'],
    ...['XB-123-X', 'X-123-XB', 'XBX-12-X', 'X-12-XBX', '1-XB-123', '123-XB-1'],
    ...['GH123J', 'gh-123-j', '1KBB00', 'XB12XB'],
  ])('is seen in each series: %s', (plate) => {
    expect(found(`De auto met ${plate} staat altijd op de stoep.`, 'licence-plate')).toEqual([plate]);
  });

  it.each([
    'De vergadering is op 24-11-26 of 01-12-26.',
    'De A-10-weg en de S-100-weg.',
    'Bus N-84-A rijdt niet meer.',
    'Van 10-cm-20 naar 5-km-100.',
    'Kies 1-op-1 of 2-op-10.',
    'Postcode 1055AB en lijn 1234AB.',
    'Model AB1234.',
    'Zaak 2026-AB-123.',
    'Samen EU-27-EU.',
    'Wij zijn WEST26.',
    'Tel 123456 en ABCDEF.',
  ])('is not seen in %j', (text) => {
    expect(found(text, 'licence-plate')).toEqual([]);
  });
});

describe('a citizen service number', () => {
  it.each([
    ['Mijn BSN is 111222333.', '111222333'],
    ['123456782', '123456782'],
    ['1234.56.782', '1234.56.782'],
    ['123 456 782', '123 456 782'],
    // Of eight digits, as they were written once: the first was a zero.
    ['10000008', '10000008'],
  ])('is seen in %j', (text, match) => {
    expect(found(text, 'citizen-service-number')).toEqual([match]);
  });

  it.each([
    'Het getal 123456789 voldoet niet.',
    'Het kost € 123456782.',
    'Het kost 123456782 euro.',
    'Het zijn 123.456.782 stappen.',
    'Zaak 000000000.',
    'Op 20261201 en 01122026.',
    '20260105 is een datum.',
    'rekening NL123456782',
    '1234567820',
  ])('is not seen in %j', (text) => {
    expect(found(text, 'citizen-service-number')).toEqual([]);
  });

  it('is never a number that fails the eleven test', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (number) => {
        const digits = [...String(number)].map(Number);
        const sum = digits.reduce((total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index), 0);
        expect(found(`Nummer ${number}.`, 'citizen-service-number')).toEqual(
          sum % 11 === 0 ? [String(number)] : [],
        );
      }),
    );
  });
});

describe('a word that the district watches', () => {
  const words = ['oplichter', 'vieze streek', 'café', 'klaag-muur', '!!'];

  it.each([
    ['Wat een oplichter.', 'oplichter'],
    ['OPLICHTER!', 'OPLICHTER'],
    ['Een óplichter', 'óplichter'],
    ['Wat een vieze\n streek', 'vieze\n streek'],
    ['In het CAFE', 'CAFE'],
    ['In het cafe\u0301 om de hoek', 'cafe\u0301'],
    ['Dit is een klaag muur', 'klaag muur'],
  ])('is seen in %j', (text, match) => {
    expect(found(text, 'watch-word', words)).toEqual([match]);
  });

  it.each(['Er zijn oplichters.', 'vieze straat, mooie streek', 'Vieze', 'cafeetje', 'Dat is mooi!!'])(
    'is not seen in %j',
    (text) => {
      expect(found(text, 'watch-word', words)).toEqual([]);
    },
  );

  it('is found as often as it stands there, also where two begin alike', () => {
    expect(found('Vuil, vuil water en vuil water.', 'watch-word', ['vuil', 'vuil water'])).toEqual([
      'Vuil',
      'vuil water',
      'vuil',
      'vuil water',
      'vuil',
    ]);
  });
});

describe('links', () => {
  const prose = 'De brug is smal, en wij staan er elke ochtend in de rij met de kinderen en de hond. '.repeat(
    2,
  );

  it.each([
    [`${prose} Zie https://voorbeeld.nl/brug en www.voorbeeld.nl.`, '2'],
    ['Koop op goedkoop.shop', '1'],
    ['Zie http://voorbeeld.example/heel/lang?adres=1', '1'],
    [`${prose} a.nl b.com/x c.eu`, '3'],
  ])('are many in %j', (text, count) => {
    expect(found(text, 'many-links')).toEqual([count]);
  });

  it.each([
    `${prose} Zie voorbeeld.nl`,
    'Mail jan@voorbeeld.nl of piet@voorbeeld.nl of kees@voorbeeld.nl.',
    'De straat is smal.En de brug ook.Net als toen.',
    '',
  ])('are not many in %j', (text) => {
    expect(found(text, 'many-links')).toEqual([]);
  });
});

describe('all hints of a text', () => {
  it('stand in the order of the text, each with its place', () => {
    const text = 'Jan, 1055 AB 14, 06-12345678, jan@voorbeeld.nl, rijdt GH-123-J.';
    const signals = textSignals(text, ['jan']);
    expect(signals.map(({ kind }) => kind)).toEqual([
      'watch-word',
      'postcode',
      'phone-number',
      'email-address',
      'watch-word',
      'licence-plate',
    ]);
    for (const { match, start, end } of signals) expect(text.slice(start, end)).toBe(match);
  });

  it.each([
    'In 2026 komen 1.500 huizen aan de Sluisweg 12-14. De gemeente betaalt € 2.500.000, dat is 15 procent meer dan in 2024.',
    'Bus 21 en tram 13 rijden elke 10 minuten, van 6.00 tot 24.00 uur. Dat zijn 108 ritten op 365 dagen.',
    'Op dinsdag 8 december 2026 om 16.00 uur sluit ronde 7. Nog 13 stemmen nodig om de 100 te halen.',
    'Artikel 5.1.2 van de APV zegt dat het niet mag. Zie het verslag van 12-05-2025, punt 3.',
    'De helling is 7% over 120 m; de weg 5,5 m breed. Er rijden 4.200 auto’s per dag, 30 km per uur.',
  ])('are none in %j', (text) => {
    expect(textSignals(text, ['oplichter'])).toEqual([]);
  });

  it('come in a moment, whatever somebody writes', () => {
    for (const part of ['a', '0', '06 ', 'a.', '1-', 'a@', 'www.', '1055 AB ', '(', 'é', 'https://a'])
      expect(() => textSignals(part.repeat(5000 / part.length), ['a', 'a a a b'])).not.toThrow();
  });
});

describe('what is counted', () => {
  it('is repeated from the second time on', () => {
    expect([0, 1, 2, 3].map(isRepeated)).toEqual([false, false, true, true]);
  });

  it.each([
    [0, 5, true],
    [23.9, 5, true],
    [24, 50, false],
    [1, 4, false],
  ])(
    'an account of %d hours with %i posts in an hour is fast: %s',
    (accountAgeHours, postsLastHour, fast) => {
      expect(isPostingFast({ accountAgeHours, postsLastHour })).toBe(fast);
    },
  );
});
