import type { Browser } from '@buurtstem/platform-api/testing';
import { PostArgument } from '@buurtstem/discussion-api';
import { queueMessages, SendQueuedMail } from '@buurtstem/notifications-api';
import type { ProposalId, ResidentId } from '@buurtstem/shared-domain';
import { CountRound, TallyRound } from '@buurtstem/voting-api';
import { signInAsStaff } from './staff';
import { West } from './west';

const TEXT = {
  kind: 'plan',
  summary: 'Elke ochtend steken hier 200 kinderen over.',
  body: 'Bij de Sluisbrug rijden auto’s hard van de helling af. Zij zien ons pas op het laatst. '.repeat(2),
  neighbourhood: 'sluiskwartier',
};
const EMAIL = 'laura@voorbeeld.example';

describe('Laura erases her account', () => {
  let west: West;
  let laura: Browser;
  let lauraId: ResidentId;
  let winner: number;
  let loser: number;
  let won: { number: number; closesAt: Date };

  beforeEach(async () => {
    west = await West.open({ identityLevel: 1 });
    await west.rows(
      `insert into address (district_id, postcode, house_number, neighbourhood_slug, imported_at)
       values ($1, '1234AB', 1, 'sluiskwartier', now())`,
      [west.districtId],
    );
    laura = west.test.browser();
    await laura.signIn(EMAIL);
    lauraId = (await laura.patch<{ account: { id: ResidentId } }>('/account', { displayName: 'Laura' })).body
      .account.id;
    winner = await west.proposal('Veilig oversteken bij de Sluisbrug');
    loser = await west.proposal('Bankjes langs het Molenpad');
    const others = await west.residents(3);
    for (const id of [lauraId, ...others]) await prove(id);
    await west.vote(winner, others);
    await west.vote(loser, others.slice(0, 1));
    await vote(winner, 'for');
    await vote(loser, 'against');
    won = await west.openRound();
    // What follows happens after the count date, also by the clock.
    await west.moveClockTo(won.closesAt);
    await west.app.get(CountRound).execute(west.districtId, won.number);
  });
  afterEach(() => west.close());

  const prove = (id: ResidentId): Promise<unknown> =>
    west.rows(
      `insert into identity_proof (district_id, account_id, level, method, proven_at)
       values ($1, $2, 1, 'address', now())`,
      [west.districtId, id],
    );
  const vote = async (number: number, choice: string, by = laura): Promise<void> => {
    const { status } = await by.put(`/districts/west/proposals/${number}/my-vote`, { choice });
    expect(status).toBe(200);
  };
  const erase = () => laura.send('DELETE', '/account', { email: EMAIL });
  const submit = async (title: string, isPublished: boolean): Promise<number> => {
    const { body } = await laura.post<{ number: number }>('/districts/west/proposals', { ...TEXT, title });
    if (isPublished) await laura.post(`/districts/west/proposals/${body.number}/publication`);
    return body.number;
  };
  /** Every table in which a word still stands. */
  const traces = async (word: string): Promise<string[]> => {
    const tables = await west.rows(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
         and relname not in ('dev_mail', 'audit_entry')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await west.rows(`select from ${String(name)} t where t::text ilike $1`, [`%${word}%`]);
      if (rows.length > 0) found.push(String(name));
    }
    return found;
  };
  /** The counted round, added up again from the ledger, and as it was published. */
  const lastCount = async (): Promise<unknown> => {
    const ids = await west.rows('select proposal_id from count_line order by rank');
    const scope = {
      districtId: west.districtId,
      closesAt: won.closesAt,
      identityLevel: 1,
      proposalIds: ids.map((row) => String(row['proposal_id'])),
    };
    const { tallies, residents } = await west.app.get(TallyRound, { strict: false }).tally(west.em, scope);
    const published = await west.test.browser().get(`/districts/west/rounds/${won.number}/count`);
    return { tallies: [...tallies], residents, published: published.body };
  };

  it('and last month’s count stays, to the vote', async () => {
    const before = await lastCount();
    expect(before).toMatchObject({
      residents: 4,
      tallies: [
        [expect.any(String), { votesFor: 4, votesAgainst: 0, waiting: 0 }],
        [expect.any(String), { votesFor: 1, votesAgainst: 1, waiting: 0 }],
      ],
    });
    expect((await erase()).status).toBe(204);
    expect(await lastCount()).toEqual(before);
    expect((await laura.get<{ account: null }>('/session')).body.account).toBeNull();
  });

  it('and her vote on what is still open goes with her: coming back she votes once, not twice', async () => {
    await vote(loser, 'for');
    expect((await erase()).status).toBe(204);
    expect(await west.rows('select entry from ballot_ledger order by position desc limit 1')).toEqual([
      { entry: 'withdrawn' },
    ]);
    const again = west.test.browser();
    await again.signIn(EMAIL);
    const session = await again.get<{ account: { id: ResidentId } }>('/session');
    expect(session.body.account.id).not.toBe(lauraId);
    await prove(session.body.account.id);
    await vote(loser, 'for', again);
    expect((await again.get(`/districts/west/proposals/${loser}/standing`)).body).toMatchObject({
      votesFor: 2,
      votesAgainst: 0,
    });
    const next = await west.openRound();
    await west.app.get(CountRound).execute(west.districtId, next.number, next.closesAt);
    expect(
      await west.rows('select votes_for, votes_against from count_line where round_id = $1', [next.id]),
    ).toEqual([{ votes_for: 2, votes_against: 0 }]);
  });

  it('and her hidden or held vote goes too, while one that was declared invalid stays so', async () => {
    const hidden = await west.proposal('Een plan dat verborgen wordt');
    const invalid = await west.proposal('Een plan met valse stemmen');
    for (const number of [hidden, invalid]) await vote(number, 'for');
    await west.rows('update proposal set hidden = true where number = $1', [hidden]);
    await west.rows(
      `update vote v set status = case p.number when $1 then 'invalidated' else 'held' end
       from proposal p where p.id = v.proposal_id and v.resident_id = $2 and p.number = any($3)`,
      [invalid, lauraId, [invalid, loser]],
    );
    expect((await erase()).status).toBe(204);
    expect(
      await west.rows(
        `select p.number, v.choice, v.status from vote v join proposal p on p.id = v.proposal_id
         where v.resident_id = $1 and p.state = 'open' order by p.number`,
        [lauraId],
      ),
    ).toEqual([
      { number: loser, choice: 'none', status: 'held' },
      { number: hidden, choice: 'none', status: 'valid' },
      { number: invalid, choice: 'for', status: 'invalidated' },
    ]);
  });

  it('and no word of hers is left that was not public, and no name under what was', async () => {
    const draft = await submit('Een plan dat nog niet af is', false);
    const shelved = await submit('Een plan dat er nooit kwam', false);
    await laura.post(`/districts/west/proposals/${shelved}/withdrawal`, { reason: 'Toch maar niet.' });
    const open = await submit('Een plan dat iedereen kan lezen', true);
    await laura.post(`/districts/west/proposals/${open}/arguments`, {
      side: 'for',
      body: 'Mijn kinderen steken hier elke dag over naar school.',
    });
    const data = (await laura.get<Record<string, unknown[]>>('/account/data')).body;
    expect(Object.keys(data).sort()).toEqual(
      expect.arrayContaining(['account', 'discussion', 'moderation', 'notifications', 'proposals', 'voting']),
    );
    expect(data['proposals']).toHaveLength(3);
    expect(data['discussion']).toMatchObject({ arguments: [{ proposalNumber: open, authorName: 'Laura' }] });
    expect(data['voting']).toMatchObject({
      votes: [{ choice: expect.any(String) }, { mailDomain: 'voorbeeld.example' }],
      receipts: [
        { receipt: expect.stringMatching(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/), roundNumber: won.number },
        { entry: 'cast' },
      ],
    });
    expect(data['notifications']).toMatchObject({
      messages: [{ kind: 'voted-plan-won', sentAt: null }],
      preferences: { language: 'nl' },
    });

    expect((await erase()).status).toBe(204);
    const proposals = await west.rows(
      'select number, title, body, submitter_name from proposal where submitter_id = $1 order by number',
      [lauraId],
    );
    expect(proposals).toEqual([
      { number: shelved, title: '', body: '', submitter_name: '' },
      { number: open, title: 'Een plan dat iedereen kan lezen', body: TEXT.body.trim(), submitter_name: '' },
    ]);
    expect(proposals.map((row) => row['number'])).not.toContain(draft);
    const reader = west.test.browser();
    expect((await reader.get(`/districts/west/proposals/${open}`)).body).toMatchObject({ submitterName: '' });
    expect((await reader.get(`/districts/west/proposals/${open}/arguments`)).body).toMatchObject({
      items: [{ authorName: '' }],
    });
    for (const table of [
      'vote_origin where resident_id',
      'paper_voter where account_id',
      'outbox_message where recipient_id',
      'notification_preference where account_id',
      'mailbox where account_id',
      'mail_bounce where account_id',
    ])
      expect(await west.rows(`select from ${table} = $1`, [lauraId])).toEqual([]);
  });

  it('and no word of what she reported and appealed is left, nor a name, in any table', async () => {
    const samira = await signInAsStaff(west, 'Samira', ['moderator']);
    const desk = '/districts/west/moderation-cases';
    const others = await submit('Een plan waar Laura iets meldt', true);
    const body = 'Bel Laura Zonnedauw maar op 06-12345678, zij weet er alles van.';
    const said = await west.app.get(PostArgument).execute({
      ...{ districtId: west.districtId, proposalNumber: others, side: 'for', body },
      author: { id: lauraId, displayName: 'Laura Zonnedauw' },
    });
    const [open] = await west.rows(
      `select id from moderation_case where state = 'open' and subject_id = $1`,
      [said.id],
    );
    const number = Number(open?.['id']);
    await samira.browser.put(`${desk}/${number}/claim`, {});
    const redaction = {
      body: body.replace('06-12345678', '[weggehaald]').replace('Zonnedauw', '[weggehaald]'),
    };
    const message = 'Er stond een telefoonnummer in uw tekst.';
    const decision = { verdict: 'redact', reason: 'personal-data', message, redaction };
    expect((await samira.browser.post(`${desk}/${number}/decision`, decision)).status).toBe(200);
    const appeal = { text: 'Ik ben Laura Zonnedauw en het is mijn eigen nummer.' };
    expect((await laura.post(`/districts/west/my-decisions/${number}/appeal`, appeal)).status).toBe(201);
    const report = { subject: 'proposal', reason: 'irrelevant', note: 'Laura Zonnedauw vindt dit niks.' };
    expect((await laura.post(`/districts/west/proposals/${others}/reports`, report)).status).toBe(201);

    const { moderation } = (await laura.get<{ moderation: object }>('/account/data')).body;
    expect(moderation).toMatchObject({
      reports: [{ proposalNumber: others, reason: 'irrelevant', note: report.note }],
      decisions: [{ caseNumber: number, verdict: 'redact', message }],
      redactedOriginals: [{ caseNumber: number, body }],
      appeals: [{ caseNumber: number, text: appeal.text }],
    });
    expect(await traces('Zonnedauw')).not.toEqual([]);
    expect((await erase()).status).toBe(204);
    expect(await traces('Zonnedauw')).toEqual([]);
    expect(await west.rows('select reporter_id, note, reason from abuse_report')).toEqual([
      { reporter_id: null, note: '', reason: 'irrelevant' },
    ]);
    // The appeal is still decided; with its words gone the decision can only stay or fall by itself.
    expect(await west.rows('select state from moderation_case where id = $1', [number])).toEqual([
      { state: 'appealed' },
    ]);
  });

  it('and no mail is sent to her any more, neither what waits nor what comes', async () => {
    await erase();
    const news = {
      district: { slug: 'west', name: 'West' },
      proposalNumber: winner,
      title: 'Veilig oversteken',
      roundNumber: 1,
      votesFor: 4,
      meeting: null,
    };
    const [row] = await west.rows('select id from proposal where number = $1', [winner]);
    const batch = {
      districtId: west.districtId,
      kind: 'plan-won' as const,
      subjectId: String(row?.['id']) as ProposalId,
      recipients: [lauraId],
      news,
    };
    await queueMessages(west.em, batch, new Date());
    // One that was queued by a process of before.
    await west.rows(
      `with told as (insert into news (district_id, id, kind, subject_id, payload, created_at)
         values ($1, gen_random_uuid(), 'plan-won', gen_random_uuid(), $3, now()) returning id)
       insert into outbox_message (district_id, id, kind, subject_id, recipient_id, news_id, topic, delivery, created_at,
         next_attempt_at)
       select $1, gen_random_uuid(), 'plan-won', gen_random_uuid(), $2, id, 'own-plan', 'immediate', now(), now() from told`,
      [west.districtId, lauraId, news],
    );
    while ((await west.app.get(SendQueuedMail).execute()) > 0);
    expect(
      await west.rows('select kind, sent_at from outbox_message where recipient_id = $1', [lauraId]),
    ).toEqual([{ kind: 'plan-won', sent_at: null }]);
  });

  it('has to wait with it in the moment between the count date and the count', async () => {
    await vote(loser, 'for');
    const next = await west.openRound();
    await west.moveClockTo(next.closesAt);
    const refused = (await erase()) as { status: number; body: { code: string } };
    expect([refused.status, refused.body.code]).toEqual([409, 'voting-closed']);
    expect(await west.rows('select erased_at from account where id = $1', [lauraId])).toEqual([
      { erased_at: null },
    ]);
    await west.app.get(CountRound).execute(west.districtId, next.number, next.closesAt);
    expect((await erase()).status).toBe(204);
  });
});
