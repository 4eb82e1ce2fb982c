import { RETENTION_DAYS } from '@buurtstem/accounts-domain';
import {
  ACCESSIBILITY_STATUSES,
  blocksOf,
  claimNext,
  FIRST_CLAIM,
  leadsSomewhere,
  mistakesIn,
  mistakesInClaim,
  STANDARD_SLUGS,
  standardText,
  type SiteFacts,
} from './index';
import { days, daysInEnglish } from './standard/facts';

const NOWHERE: SiteFacts = { district: null, claim: FIRST_CLAIM, inactiveAfterMonths: 24 };
const WEST: SiteFacts = {
  district: { slug: 'west', name: 'West', municipality: 'Voorbeeldstad' },
  claim: {
    status: 'B',
    contact: 'hulp@voorbeeld.example',
    auditUrl: 'https://voorbeeld.example/rapport',
    version: 2,
  },
  inactiveAfterMonths: 18,
};

describe.each(STANDARD_SLUGS)('the standard page %s', (slug) => {
  it.each([
    ['West', WEST],
    ['no district', NOWHERE],
  ])('holds to the rules of every page, in %s', (_, facts) => {
    const text = standardText(slug, facts);
    expect(mistakesIn(text)).toEqual([]);
    for (const body of [text.body, text.bodyEn]) {
      const blocks = blocksOf(body);
      expect(blocks.filter(({ kind }) => kind === 'heading').length).toBeGreaterThan(2);
      // What was meant as a link is one: nothing of its brackets is left.
      expect(JSON.stringify(blocks)).not.toContain('](');
      for (const [, address] of body.matchAll(/\]\(([^)]*)\)/g)) expect(leadsSomewhere(address!)).toBe(true);
    }
  });

  it('names the district’s municipality, and links within the district', () => {
    expect(standardText(slug, WEST).body).toMatch(/gemeente Voorbeeldstad/i);
    expect(standardText(slug, NOWHERE).body).not.toContain('/west/');
  });

  it('names the contact where there is one', () => {
    expect(standardText(slug, WEST).body).toContain('hulp@voorbeeld.example');
    expect(standardText(slug, NOWHERE).body).not.toContain('@');
  });
});

it('no page is made for another slug', () => {
  expect(() => standardText('spelregels' as never, WEST)).toThrow('Not foreseen');
});

it('days are counted in words', () => {
  expect([days(1), days(30), daysInEnglish(1), daysInEnglish(30)]).toEqual([
    '1 dag',
    '30 dagen',
    '1 day',
    '30 days',
  ]);
});

describe('E12: the accessibility statement', () => {
  it.each(ACCESSIBILITY_STATUSES)('says something else for status %s', (status) => {
    const body = (one: typeof status) =>
      standardText('toegankelijkheid', { ...NOWHERE, claim: { ...FIRST_CLAIM, status: one } }).body;
    expect(new Set(ACCESSIBILITY_STATUSES.map(body)).size).toBe(ACCESSIBILITY_STATUSES.length);
    expect(body(status)).toContain('Nationale ombudsman');
  });

  it('claims status C until a district says otherwise: no one else has examined it', () => {
    expect(FIRST_CLAIM.status).toBe('C');
    expect(standardText('toegankelijkheid', NOWHERE).body).toContain(
      'onafhankelijk onderzoek is er nog niet',
    );
  });

  it('may claim A or B only with a report', () => {
    const claim = (status: 'A' | 'B' | 'C' | 'D' | 'E', auditUrl: string) =>
      mistakesInClaim({ status, contact: '', auditUrl }).map(({ code }) => code);
    for (const status of ['A', 'B'] as const) {
      expect(claim(status, ' ')).toEqual(['audit-report-missing']);
      expect(claim(status, 'https://voorbeeld.example/rapport')).toEqual([]);
    }
    for (const status of ['C', 'D', 'E'] as const) expect(claim(status, '')).toEqual([]);
    expect(claim('A', 'http://voorbeeld.example')).toEqual(['audit-report-not-valid']);
    expect(claim('C', '/west')).toEqual(['audit-report-not-valid']);
    expect(claim('C', 'https://x y')).toEqual(['audit-report-not-valid']);
  });

  it.each([
    ['', true],
    ['hulp@voorbeeld.example', true],
    ['hulp', false],
    ['hulp@voorbeeld', false],
    ['een twee@voorbeeld.example', false],
    [`${'x'.repeat(200)}@voorbeeld.example`, false],
  ])('takes the contact %j: %s', (contact, fine) => {
    const mistakes = mistakesInClaim({ status: 'C', contact, auditUrl: '' });
    expect(mistakes).toEqual(fine ? [] : [{ field: 'contact', code: 'email-not-valid' }]);
  });

  it('is claimed by who read what stood before', () => {
    const wanted = { status: 'D', contact: ' a@b.nl ', auditUrl: ' ', version: 2 } as const;
    expect(claimNext(wanted, { ...FIRST_CLAIM, version: 2 })).toEqual({
      ok: true,
      value: { status: 'D', contact: 'a@b.nl', auditUrl: '', version: 3 },
    });
    expect(claimNext(wanted, FIRST_CLAIM)).toEqual({ ok: false, refusal: 'version-conflict' });
  });
});

describe('the privacy page', () => {
  it('has its numbers from the rules that do the erasing', () => {
    const { body } = standardText('privacy', WEST);
    expect(body).toContain(`bij een stem: ${RETENTION_DAYS['vote-origins']} dagen`);
    expect(body).toContain('18 maanden');
  });
});
