import type { Browser } from '@buurtstem/platform-api/testing';
import { argue, signInAs, type Neighbour } from './neighbours';
import { signInAsStaff, type Colleague } from './staff';
import { West } from './west';

interface Problem {
  code: string;
  errors?: { field: string; code: string }[];
}

const TEXT = {
  kind: 'plan',
  title: 'Een plan voor de buurt',
  summary: 'Elke ochtend steken hier 200 kinderen over.',
  body: 'Bij de Sluisbrug rijden auto’s hard van de helling af. Zij zien ons pas op het laatst. '.repeat(2),
  neighbourhood: 'sluiskwartier',
};
const BODY = 'Mijn kinderen steken hier elke dag over naar school.';

const PAGE = {
  version: 0,
  title: 'Wat is een commissie?',
  body: 'Een groep mensen uit de buurt.',
  titleEn: 'What is a committee?',
  bodyEn: 'A group of people who live here.',
};
const CLAIM = {
  version: 0,
  status: 'B',
  contact: 'hulp bij de site@voorbeeld.example',
  auditUrl: 'https://voorbeeld.example/een rapport',
};

/** What each trick hides in, or turns around. */
const TRICKS: readonly [string, (text: string) => string][] = [
  ['zero width', (text) => text.replace(' ', ' \u200b')],
  ['right to left', (text) => `\u202e${text}\u202c`],
  ['a control character', (text) => `${text}\u0000`],
  ['half a character', (text) => `${text}\ud83d`],
];

describe('S4: hidden characters', () => {
  let west: West;
  let proposal: string;
  let id: string;
  let fatima: Neighbour;
  let dewi: Colleague;
  let routes: readonly (readonly [by: Browser, method: string, path: string, body: object, field: string])[];

  beforeAll(async () => {
    west = await West.open();
    fatima = await signInAs(west, 'Fatima');
    dewi = await signInAsStaff(west, 'Dewi', ['moderator']);
    const noor = await signInAsStaff(west, 'Noor', ['editor']);
    const { body } = await fatima.browser.post<{ number: number }>('/districts/west/proposals', TEXT);
    proposal = `/districts/west/proposals/${body.number}`;
    await fatima.browser.post(`${proposal}/publication`);
    id = await argue(west, { proposalNumber: body.number });
    const own = await argue(west, { proposalNumber: body.number, by: fatima.id });
    const { browser } = fatima;
    routes = [
      [browser, 'POST', '/districts/west/proposals', TEXT, 'title'],
      [browser, 'POST', '/districts/west/proposals', TEXT, 'summary'],
      [browser, 'POST', '/districts/west/proposals', TEXT, 'body'],
      [browser, 'PATCH', proposal, { version: 1, title: TEXT.title }, 'title'],
      [browser, 'POST', `${proposal}/notes`, { text: 'De school heeft geteld.' }, 'text'],
      [browser, 'POST', `${proposal}/withdrawal`, { reason: 'Toch maar niet.' }, 'reason'],
      [browser, 'POST', `${proposal}/arguments`, { side: 'for', body: BODY }, 'body'],
      [browser, 'POST', `${proposal}/arguments/${id}/replies`, { body: 'Daar ben ik voor.' }, 'body'],
      [browser, 'PATCH', `${proposal}/arguments/${own}`, { version: 1, body: BODY }, 'body'],
      [dewi.browser, 'POST', `${proposal}/statements`, { body: BODY }, 'body'],
      [browser, 'PATCH', '/account', { displayName: 'Fatima B' }, 'displayName'],
      [
        browser,
        'POST',
        `${proposal}/reports`,
        { subject: 'argument', subjectId: id, reason: 'advertising', note: 'Dit is reclame.' },
        'note',
      ],
      ...['title', 'body', 'titleEn', 'bodyEn'].map(
        (field) => [noor.browser, 'PUT', '/districts/west/desk-pages/commissie', PAGE, field] as const,
      ),
      ...['contact', 'auditUrl'].map(
        (field) => [noor.browser, 'PUT', '/districts/west/accessibility', CLAIM, field] as const,
      ),
      [browser, 'POST', '/districts/west/my-decisions/1/appeal', { text: 'Ik ben het niet eens.' }, 'text'],
    ];
  });
  afterAll(() => west.close());

  /** Every row of every table that keeps texts of people. */
  const everything = async (): Promise<unknown[]> => {
    const tables = ['proposal', 'proposal_note', 'argument', 'argument_version', 'statement', 'account'];
    const moderation = ['abuse_report', 'appeal', 'moderation_case'];
    const pages = ['page', 'page_version', 'accessibility_claim'];
    const all: unknown[] = [];
    for (const table of [...tables, ...moderation, ...pages]) {
      const columns = table === 'account' ? 'id, email, display_name' : '*';
      all.push(await west.rows(`select ${columns} from ${table} order by 1, 2, 3`));
    }
    return all;
  };

  it.each(TRICKS)(
    'of the kind "%s" are refused by every field that people write in, and nothing is written',
    async (_, hide) => {
      const before = await everything();
      for (const [by, method, path, body, field] of routes) {
        const clean = (body as Record<string, string>)[field]!;
        const { status, body: problem } = await by.send<Problem>(method, path, {
          ...body,
          [field]: hide(clean),
        });
        expect([method, path, status, problem.code]).toEqual([method, path, 400, 'invalid-input']);
        expect(problem.errors).toContainEqual(expect.objectContaining({ field, code: 'hidden-characters' }));
      }
      expect(await everything()).toEqual(before);
    },
  );

  it('are named in all fields at once', async () => {
    const [, turned] = TRICKS[1]!;
    const { title, summary, body } = TEXT;
    const { body: problem } = await fatima.browser.post<Problem>('/districts/west/proposals', {
      ...TEXT,
      title: turned(title),
      summary: turned(summary),
      body: turned(body),
    });
    expect(problem.errors?.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'title hidden-characters',
      'summary hidden-characters',
      'body hidden-characters',
    ]);
  });
});
