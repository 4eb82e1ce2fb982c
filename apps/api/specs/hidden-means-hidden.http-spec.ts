import { randomUUID } from 'node:crypto';
import { isForStaff } from '@buurtstem/shared-domain';
import { StopLinks } from '@buurtstem/notifications-api';
import { routesOf, type Route } from '@buurtstem/platform-api';
import type { Browser } from '@buurtstem/platform-api/testing';
import { CountRound } from '@buurtstem/voting-api';
import { signInAsStaff } from './staff';
import { West } from './west';

/** A word that stands in exactly one text, so that finding it anywhere says what leaked. */
const MARKS = {
  title: 'Titelonzichtbaar',
  summary: 'Samenvattingonzichtbaar',
  body: 'Tekstonzichtbaar',
  note: 'Aanvullingonzichtbaar',
  under: 'Daaronderonzichtbaar',
  statement: 'Verklaringonzichtbaar',
  winner: 'Winnaaronzichtbaar',
  official: 'Ambtenaaronzichtbaar',
  argument: 'Argumentonzichtbaar',
  reply: 'Antwoordonzichtbaar',
  picture: 'Fotoonzichtbaar',
  picturePath: 'padonzichtbaar',
  earlier: 'Eerderonzichtbaar',
  page: 'Paginaonzichtbaar',
} as const;
const PADDING = ' en nog wat woorden erbij, zodat de tekst lang genoeg is voor de regels.'.repeat(3);

/** Lists that take a question, with one that would find what is hidden. */
const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  '/districts/:district/proposals': [
    '?state=all&limit=100',
    '?sort=newest&state=all',
    ...[MARKS.title, MARKS.summary, MARKS.body, MARKS.winner].map((mark) => `?state=all&q=${mark}`),
  ],
  '/oembed': [1, 2, 3].map((number) => `?url=http://localhost:0/west/plannen/${number}`),
  '/districts/:district/proposal-pins': ['?state=all&zoom=20'],
  '/districts/:district/similar-proposals': [MARKS.title, MARKS.winner].map((mark) => `?text=${mark}`),
  '/districts/:district/proposals/:number/arguments': ['', '?sort=newest&limit=100', '?side=for'],
};

/**
 * Where somebody reads what they wrote themselves, hidden or not: their own data, and mails about their own plan. Their
 * own page says what was decided about it.
 */
const OWN = [
  '/account/data',
  '/account/notifications',
  '/districts/:district/my-decisions',
  '/districts/:district/my-proposals',
];

describe('S15: hidden means hidden', () => {
  let west: West;
  let routes: Route[];
  const people: Record<string, Browser> = {};
  const known: Record<string, readonly string[]> = {};

  beforeAll(async () => {
    west = await West.open({ threshold: 1 });
    for (const name of ['charlie', 'bob', 'laura']) {
      const browser = west.test.browser();
      await browser.signIn(`${name}@voorbeeld.example`);
      await browser.patch('/account', { displayName: name });
      people[name] = browser;
    }
    people['a visitor'] = west.test.browser();
    people['a moderator'] = (await signInAsStaff(west, 'Samira', ['moderator'])).browser;
    people['a clerk'] = (await signInAsStaff(west, 'Bram', ['clerk', 'administrator'])).browser;
    const forgetful = west.test.browser();
    await forgetful.signIn('samira@voorbeeld.example');
    people['a moderator without second factor'] = forgetful;
    await fill();
    // Not before now: the marks must have been there to be found.
    await west.rows('update proposal set hidden = true where number = any($1)', [known['hidden']]);
    await west.rows('update argument set hidden = true where body like any($1)', [
      [`${MARKS.argument}%`, `${MARKS.reply}%`],
    ]);
    await west.rows('update argument set redacted = true where body like $1', ['Zichtbaar%']);
    await west.rows('update proposal_picture set hidden = true where alt = $1', [MARKS.picture]);
    routes = routesOf(west.test.app).filter(
      ({ method, path }) => method === 'GET' && !/^\/(dev|health)\//.test(path),
    );
  });
  afterAll(() => west.close());

  /** Through the site's own requests where residents write; beside them where it takes staff or time. */
  async function fill(): Promise<void> {
    const charlie = people['charlie']!;
    const submit = async (text: { title: string; summary?: string; body?: string }): Promise<number> => {
      const { body } = await charlie.post<{ number: number }>('/districts/west/proposals', {
        kind: 'plan',
        summary: 'Elke ochtend steken hier 200 kinderen over.',
        body: PADDING,
        neighbourhood: 'sluiskwartier',
        ...text,
      });
      await charlie.post(`/districts/west/proposals/${body.number}/publication`);
      return body.number;
    };
    const winner = await submit({ title: `${MARKS.winner} bij de Sluisbrug` });
    await west.meeting();
    for (const name of ['laura', 'bob'])
      await people[name]!.put(`/districts/west/proposals/${winner}/my-vote`, { choice: 'for' });
    const round = await west.openRound();
    await west.app.get(CountRound).execute(west.districtId, round.number, round.closesAt);
    const hidden = await submit({
      title: `${MARKS.title} bij de Sluisbrug`,
      summary: `${MARKS.summary} bij de Sluisbrug`,
      body: MARKS.body + PADDING,
    });
    await charlie.post(`/districts/west/proposals/${hidden}/notes`, { text: `${MARKS.note} erbij` });
    const open = await submit({ title: 'Een plan dat iedereen mag lezen' });
    await people['laura']!.put(`/districts/west/proposals/${hidden}/my-vote`, { choice: 'for' });

    const ids = { argument: randomUUID(), visible: randomUUID(), reply: randomUUID(), under: randomUUID() };
    await argue(open, ids.argument, `${MARKS.argument}, want dat is zo.`);
    await argue(open, ids.visible, 'Zichtbaar argument, want dat is zo.');
    await argue(open, ids.reply, `${MARKS.reply}, want dat is zo.`, ids.visible);
    await argue(hidden, ids.under, `${MARKS.under}, want dat is zo.`);
    await west.rows(
      `insert into argument_version (district_id, argument_id, version, body, written_at) values (1, $1, 1, $2, now())`,
      [ids.visible, MARKS.earlier],
    );
    await west.rows(
      `insert into statement (district_id, id, proposal_id, author_id, author_name, author_role, body, posted_at)
       select 1, gen_random_uuid(), p.id, a.id, 'Marijke', 'committee-member', $2, now()
       from proposal p, account a where p.number = $1 and a.email = 'charlie@voorbeeld.example'`,
      [hidden, MARKS.statement],
    );
    await west.rows(
      `insert into proposal_picture (district_id, proposal_id, position, path, alt, width, height)
       select 1, id, 0, $2, $3, 1200, 800 from proposal where number = $1`,
      [open, MARKS.picturePath, MARKS.picture],
    );
    const [meeting] = await west.rows('select id from meeting');
    const [item] = await west.rows('select id from agenda_item');
    await west.rows(
      `insert into context_note (district_id, agenda_item_id, version, author_id, author_name, text, published_at)
       select 1, $1, 1, id, 'Peter', $2, now() from account where email = 'charlie@voorbeeld.example'`,
      [item?.['id'], MARKS.official],
    );
    // A page that an editor has not published, and another text for a page that everybody reads.
    await west.rows(
      `insert into page (district_id, slug, state, version, title, body, title_en, body_en, changed_at)
       select 1, slug, 'draft', 1, $1, $1, $1, $1, now() from unnest(array['commissie', 'privacy']) as slug`,
      [MARKS.page],
    );
    known['slug'] = ['commissie', 'privacy'];
    known['hidden'] = [String(winner), String(hidden)];
    known['district'] = ['west'];
    known['number'] = [winner, hidden, open].map(String);
    known['argument'] = Object.values(ids);
    known['round'] = [String(round.number), String(round.number + 1)];
    known['version'] = ['1'];
    const [picture] = await west.rows('select id from proposal_picture');
    known['picture'] = [String(picture?.['id'])];
    known['file'] = ['400.jpg'];
    const [charliesId] = await west.rows(`select id from account where email = 'charlie@voorbeeld.example'`);
    const stop = { accountId: String(charliesId?.['id']), topics: ['own-plan' as const] };
    known['token'] = [west.app.get(StopLinks).tokenOf(stop)];
    known['meeting'] = [String(meeting?.['id'])];
    await west.rows('update proposal set latitude = 52.37 + number * 0.001, longitude = 4.85');
    known['vergadering'] = known['meeting'];
    known['agendapunt'] = [`${String(item?.['id'])}-1`];
    known['informatieobject'] = [winner, hidden]
      .flatMap((number) => [`plan-${number}`, `uitleg-${number}`])
      .concat(`uitslag-${round.number}`);
  }

  async function argue(
    number: number,
    id: string,
    body: string,
    parent: string | null = null,
  ): Promise<void> {
    await west.rows(
      `insert into argument (district_id, id, proposal_id, parent_id, author_id, author_name, side, body, posted_at)
       select 1, $2, p.id, $4, a.id, 'bob', 'for', $3, now()
       from proposal p, account a where p.number = $1 and a.email = 'bob@voorbeeld.example'`,
      [number, id, body, parent],
    );
  }

  /** Every address of the route, with everything that is known in the place of each parameter. */
  function addressesOf({ path, handler }: Route): string[] {
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
    let addresses = [path];
    for (const name of names) {
      const values = known[name];
      if (!values) throw new Error(`${handler} has a parameter "${name}" that this spec cannot fill.`);
      addresses = addresses.flatMap((address) => values.map((value) => address.replace(`:${name}`, value)));
    }
    const questions = QUESTIONS[path] ?? [''];
    return addresses.flatMap((address) => questions.map((question) => `${address}${question}`));
  }

  const isDesk = ({ access }: Route): boolean => access?.kind === 'requires' && isForStaff(access.permission);
  const leaksIn = (body: unknown): string[] => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return Object.values(MARKS).filter((mark) => text.toLowerCase().includes(mark.toLowerCase()));
  };

  it('was there to be found', async () => {
    const [row] = await west.rows(
      `select (select string_agg(p.title || p.summary || p.body, ' ') from proposal p)
         || (select string_agg(body, ' ') from argument) || (select string_agg(body, ' ') from argument_version)
         || (select string_agg(text, ' ') from proposal_note) || (select string_agg(body, ' ') from statement)
         || (select string_agg(alt || path, ' ') from proposal_picture)
         || (select string_agg(text, ' ') from context_note) || (select string_agg(title, ' ') from page) as text`,
    );
    expect(leaksIn(row?.['text']).sort()).toEqual(Object.values(MARKS).sort());
  });

  it.each(['a visitor', 'laura', 'a moderator without second factor', 'a moderator', 'a clerk'])(
    'on every route that residents and visitors read, for %s',
    async (name) => {
      let asked = 0;
      for (const route of routes.filter((one) => !isDesk(one))) {
        for (const address of addressesOf(route)) {
          const { status, body } = await people[name]!.get(address);
          expect([address, status < 500 || status === 503, leaksIn(body)]).toEqual([address, true, []]);
          asked += 1;
        }
      }
      expect(asked).toBeGreaterThan(60);
    },
  );

  it.each(['bob', 'charlie'])('also for %s, who wrote it, except among their own data', async (name) => {
    for (const route of routes.filter((one) => !isDesk(one) && !OWN.includes(one.path))) {
      for (const address of addressesOf(route)) {
        const { body } = await people[name]!.get(address);
        expect([address, leaksIn(body)]).toEqual([address, []]);
      }
    }
  });

  it('answers 404 for what is hidden itself, and for what stands under it', async () => {
    const [winner, hidden] = known['hidden']!;
    const open = known['number']![2]!;
    const [argument, , reply, under] = known['argument']!;
    for (const address of [
      `proposals/${winner}`,
      `proposals/${hidden}`,
      `proposals/${hidden}/arguments`,
      `proposals/${hidden}/statements`,
      `proposals/${hidden}/arguments/${under}`,
      `proposals/${open}/arguments/${argument}`,
      `proposals/${open}/arguments/${argument}/replies`,
      `proposals/${open}/arguments/${argument}/versions`,
      `proposals/${open}/arguments/${reply}/versions`,
      // Of another proposal.
      `proposals/${open}/arguments/${under}`,
    ])
      expect([address, (await people['a visitor']!.get(`/districts/west/${address}`)).status]).toEqual([
        address,
        404,
      ]);
  });
});
