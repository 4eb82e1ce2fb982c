import { isForStaff } from '@buurtstem/shared-domain';
import { PublishProposal, SubmitProposal } from '@buurtstem/proposals-api';
import { DataSource } from 'typeorm';
import { DoorKeeper, idOf, saidOnPage, type Actor } from './door-keeper';

const IDS = {
  session: '00000000-0000-4000-8000-00000000a001',
  totp: '00000000-0000-4000-8000-00000000a002',
  passkey: '00000000-0000-4000-8000-00000000a003',
  invitation: '00000000-0000-4000-8000-00000000a004',
  argument: '00000000-0000-4000-8000-00000000a005',
  hidden: '00000000-0000-4000-8000-00000000a006',
  decision: '00000000-0000-4000-8000-00000000a007',
  merge: '00000000-0000-4000-8000-00000000a008',
  picture: '00000000-0000-4000-8000-00000000a009',
};
const REASON = { reason: 'Bij nader inzien is het geen goed idee.' };
const DRAFT = '/districts/west/proposals/1';
const OPEN = '/districts/west/proposals/2';

/** Every route on something that belongs to one person: what that is, and what somebody else is told. */
const OWNED: readonly {
  readonly route: string;
  readonly at: string;
  readonly body?: unknown;
  readonly stranger: string;
}[] = [
  {
    route: 'POST /account/invitations/:invitation/acceptance',
    at: `/account/invitations/${IDS.invitation}/acceptance`,
    body: {},
    stranger: 'invitation-not-found',
  },
  {
    route: 'POST /account/passkey-enrolments/:enrolment/confirmation',
    at: `/account/passkey-enrolments/${IDS.passkey}/confirmation`,
    body: { response: {} },
    stranger: 'second-factor-not-found',
  },
  {
    route: 'POST /account/totp-enrolments/:enrolment/confirmation',
    at: `/account/totp-enrolments/${IDS.totp}/confirmation`,
    body: { code: '000000' },
    stranger: 'second-factor-not-found',
  },
  {
    route: 'DELETE /account/sessions/:session',
    at: `/account/sessions/${IDS.session}`,
    stranger: 'session-not-found',
  },
  {
    route: 'POST /session/person',
    at: '/session/person',
    body: { accountId: idOf('resident') },
    stranger: 'person-not-found',
  },
  {
    route: 'DELETE /account/second-factors/:factor',
    at: `/account/second-factors/${IDS.totp}`,
    // Nobody gets through without their own; that it must be one's own is proven where second factors are.
    stranger: 'second-factor-needed',
  },
  ...[
    ['PATCH', '', { version: 1, title: 'Een heel andere naam' }],
    ['POST', '/notes', { text: 'Een aanvulling van een vreemde.' }],
    ['POST', '/publication', {}],
    ['POST', '/withdrawal', REASON],
  ].map(([method, path, body]) => ({
    route: `${String(method)} /districts/:district/proposals/:number${String(path)}`,
    at: `${OPEN}${String(path)}`,
    body,
    stranger: 'not-the-submitter',
  })),
  ...[
    ['PATCH', '', { version: 1, title: 'Een heel andere naam' }],
    ['POST', '/notes', { text: 'Een aanvulling van een vreemde.' }],
    ['POST', '/publication', {}],
    ['POST', '/withdrawal', REASON],
    [
      'POST',
      '/arguments',
      { side: 'for', body: 'Ik ben voor, want dit is een goed idee voor de hele buurt.' },
    ],
    ['POST', `/arguments/${IDS.argument}/replies`, { body: 'Een antwoord van een vreemde.' }],
    ['PUT', `/arguments/${IDS.argument}/my-like`, {}],
    ['DELETE', `/arguments/${IDS.argument}/my-like`, undefined],
    ['GET', '/my-vote', undefined],
    ['PUT', '/my-vote', { choice: 'for' }],
    ['DELETE', '/my-vote', undefined],
  ].map(([method, path, body]) => ({
    route: `${String(method)} /districts/:district/proposals/:number${String(path).replace(IDS.argument, ':argument')}`,
    at: `${DRAFT}${String(path)}`,
    body,
    stranger: 'proposal-not-found',
  })),
  {
    route: 'POST /formulier/:district/plannen/:number/argument',
    at: '//formulier/west/plannen/1/argument',
    body: 'side=for&body=Ik+ben+voor,+want+dit+is+een+goed+idee+voor+de+hele+buurt.',
    stranger: 'proposal-not-found',
  },
  {
    route: 'POST /formulier/:district/plannen/:number/stem',
    at: '//formulier/west/plannen/1/stem',
    body: 'choice=for',
    stranger: 'proposal-not-found',
  },
  ...(
    [
      ['PUT', `/pictures/${IDS.picture}`, Buffer.from('x'), OPEN, 'not-the-submitter'],
      [
        'PATCH',
        `/pictures/${IDS.picture}`,
        { alt: 'Een beschrijving van een vreemde' },
        OPEN,
        'not-the-submitter',
      ],
      ['DELETE', `/pictures/${IDS.picture}`, undefined, OPEN, 'not-the-submitter'],
      ['PUT', '/picture-order', { pictures: [IDS.picture] }, OPEN, 'not-the-submitter'],
      ['GET', `/pictures/${IDS.picture}/1600.jpg`, undefined, OPEN, 'proposal-not-found'],
      ['PUT', `/pictures/${IDS.picture}`, Buffer.from('x'), DRAFT, 'proposal-not-found'],
      ['GET', `/pictures/${IDS.picture}/1600.jpg`, undefined, DRAFT, 'proposal-not-found'],
    ] as const
  ).map(([method, path, body, plan, stranger]) => ({
    route: `${method} /districts/:district/proposals/:number${path.replace(IDS.picture, ':picture').replace('1600.jpg', ':file')}`,
    at: `${plan}${path}`,
    body,
    stranger,
  })),
  ...[
    ['GET', undefined],
    ['PUT', { answer: 'accept', delegateName: '', needs: '' }],
  ].map(([method, body]) => ({
    route: `${String(method)} /districts/:district/proposals/:number/my-invitation`,
    at: `${OPEN}/my-invitation`,
    body,
    stranger: 'meeting-invitation-not-found',
  })),
  {
    route: 'PATCH /districts/:district/proposals/:number/arguments/:argument',
    at: `${OPEN}/arguments/${IDS.argument}`,
    body: { version: 1, body: 'Een heel andere tekst, die een vreemde bedacht.' },
    stranger: 'not-the-author',
  },
  {
    route: 'POST /districts/:district/my-decisions/:case/appeal',
    at: '/districts/west/my-decisions/1/appeal',
    body: { text: 'Ik ben het hier niet mee eens, want het klopt niet.' },
    stranger: 'case-not-found',
  },
  {
    route: 'PUT /districts/:district/my-merge-requests/:merge/answer',
    at: `/districts/west/my-merge-requests/${IDS.merge}/answer`,
    body: { agrees: false },
    stranger: 'merge-not-found',
  },
];

describe('S1: what belongs to one person', () => {
  let keeper: DoorKeeper;
  beforeAll(async () => {
    keeper = await DoorKeeper.start();
    const { app } = keeper.test;
    const owner = idOf('resident');
    for (const title of ['Een plan dat nog een concept is', 'Een plan dat al online staat'])
      await app.get(SubmitProposal).execute({
        districtId: 1,
        kind: 'plan',
        title,
        summary: 'Wie niet ver kan lopen, kan dan even zitten.',
        body: 'Langs het hele Molenpad staat geen enkel bankje, en het is een flink eind lopen. '.repeat(3),
        neighbourhood: 'molenwijk',
        submitter: { id: owner, displayName: 'Laura' },
      });
    await app.get(PublishProposal).execute(1, 2, owner);
    const db = app.get(DataSource);
    await db.query(
      `insert into argument (district_id, id, proposal_id, author_id, author_name, side, body, posted_at, hidden)
       select 1, a.id, p.id, $1, 'Laura', 'for', 'Ik ben voor, want ik kan niet ver lopen.', now(), a.hidden
       from proposal p, (values ($2::uuid, false), ($3::uuid, true)) as a (id, hidden) where p.number = 2`,
      [owner, IDS.argument, IDS.hidden],
    );
    await db.query(
      `with matter as (
         insert into moderation_case (district_id, id, subject_kind, subject_id, proposal_id, origin, state, opened_at,
           decided_at) overriding system value
         select 1, 1, 'argument', $2, id, 'report', 'upheld', now(), now() from proposal where number = 2
         on conflict (district_id, id) do update set subject_kind = 'argument', subject_id = $2, state = 'upheld'
       )
       insert into moderation_decision (district_id, id, case_id, verdict, reason, message, author_id, decided_by, decided_at)
       select 1, $3, 1, 'hide', 'irrelevant', 'Dit gaat over iets anders.', $1, gen_random_uuid(), now()`,
      [owner, IDS.hidden, IDS.decision],
    );
    await db.query(
      `with held as (
         insert into meeting (district_id, id, starts_at, agenda_deadline, place, state)
         values (1, gen_random_uuid(), now() + interval '9 days', now() + interval '2 days', 'Buurthuis', 'planned')
         returning id
       ), won as (
         insert into round (district_id, id, number, closes_at, state, rulebook_version)
         values (1, gen_random_uuid(), 1, now(), 'planned', 1) returning id
       ), item as (
         insert into agenda_item (district_id, id, proposal_id, round_id, meeting_id, state, title, created_at)
         select 1, gen_random_uuid(), p.id, won.id, held.id, 'scheduled', p.title, now()
         from proposal p, held, won where p.number = 2 returning id, meeting_id
       )
       insert into meeting_invitation (district_id, id, agenda_item_id, meeting_id, state, asked_at)
       select 1, gen_random_uuid(), id, meeting_id, 'asked', now() from item`,
    );
    await db.query(
      `insert into merge_request (district_id, id, duplicate_id, target_id, state, message, asked_by, asked_at)
       select 1, $1, one.id, other.id, 'asked', 'Zullen we samenvoegen?', gen_random_uuid(), now()
       from proposal one, proposal other where one.number = 2 and other.number = 1`,
      [IDS.merge],
    );
    await db.query(
      `insert into session (sid_hash, account_id, data, created_at, seen_at, expires_at, id)
       values ('\\x00', $1, '{}', now(), now(), now() + interval '1 day', $2)`,
      [owner, IDS.session],
    );
    await db.query(
      `insert into second_factor (account_id, id, kind, label, secret, created_at)
       values ($1, $2, 'totp', 'App', '\\x00', now()), ($1, $3, 'passkey', 'Sleutel', null, now())`,
      [owner, IDS.totp, IDS.passkey],
    );
    await db.query(
      `insert into staff_invitation (district_id, id, email, email_canonical, role, invited_at, expires_at)
       values (1, $1, 'resident@voorbeeld.example', 'resident@voorbeeld.example', 'clerk', now(), now() + interval '1 day')`,
      [IDS.invitation],
    );
  });
  afterAll(() => keeper.close());

  const ask = async (actor: Actor, { route, at, body }: (typeof OWNED)[number]) => {
    const method = route.split(' ')[0] ?? 'GET';
    const {
      status,
      body: answer,
      headers,
    } = await keeper.test.browser().send<{ code?: string }>(method, at, body, {
      'x-actor': actor,
      ...(Buffer.isBuffer(body) && { 'content-type': 'image/jpeg' }),
      ...(at.startsWith('//formulier') && { 'content-type': 'application/x-www-form-urlencoded' }),
    });
    const said = saidOnPage(headers);
    // A form answers a refusal with the page that words it.
    if (said !== undefined) return { status: 404, code: said };
    return { status, code: (answer as { code?: string } | null)?.code };
  };

  it('is listed here for every route that names it', () => {
    const named = keeper.routes
      .filter(({ access }) => access?.kind === 'requires' && !isForStaff(access.permission))
      .filter(({ path }) => /:(?!district\b)/.test(path))
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set([...OWNED.map(({ route }) => route)])].sort()).toEqual(
      [...new Set([...named, 'POST /session/person'])].sort(),
    );
  });

  // The strangers first: the owner's own request may use the thing up.
  describe.each(['moderator', 'administrator', 'staff of East'] as const)('is not for a %s', (stranger) => {
    it.each(OWNED.map((owned) => [`${owned.route} (${owned.at})`, owned] as const))(
      '%s',
      async (_, owned) => {
        const { status, code } = await ask(stranger, owned);
        expect([403, 404]).toContain(status);
        expect(code).toBe(owned.stranger);
      },
    );
  });

  it.each(OWNED.map((owned) => [`${owned.route} (${owned.at})`, owned] as const))(
    'is for its owner: %s',
    async (_, owned) => {
      // What is behind the door may still say no to them, but not that it is somebody else's.
      const { status, code } = await ask('resident', owned);
      if (owned.stranger !== 'second-factor-needed') expect(code).not.toBe(owned.stranger);
      expect(status).toBeLessThan(500);
    },
  );
});
