import { createHash } from 'node:crypto';
import {
  Cases,
  ClaimCase,
  DecideAppeal,
  DecideCase,
  FileAppeal,
  FileReport,
  MarkSeen,
  PostArgument,
  ReadLog,
} from '@buurtstem/discussion-api';
import { Retention } from '@buurtstem/accounts-api';
import { verifyLog } from '@buurtstem/discussion-domain';
import type { CurrentAccount } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { West } from './west';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const MESSAGE = 'Dit gaat over een heel ander plan dan dit.';
const BODY = 'Bel mevrouw Jansen maar op 06-12345678, zij weet er alles van.';
const APPEAL = 'Dit gaat juist heel precies over dit plan.';

describe('moderators at the same moment', () => {
  let west: West;
  let proposal: number;
  let ruud: ResidentId;
  let moderators: ResidentId[];

  beforeEach(async () => {
    west = await West.open();
    proposal = await west.proposal('Bankjes langs het Molenpad');
    [ruud, ...moderators] = (await west.residents(9)) as [ResidentId, ...ResidentId[]];
  });
  afterEach(() => west.close());

  const get = <T>(type: new (...args: never[]) => T): T => west.app.get(type, { strict: false });
  const argument = async (body = BODY): Promise<string> =>
    (
      await get(PostArgument).execute({
        ...{ districtId: west.districtId, proposalNumber: proposal, side: 'for', body },
        author: { id: ruud, displayName: 'Ruud' },
      })
    ).id;
  const report = (subjectId: string, reporter: ResidentId | null, network = '192.0.2.1') =>
    get(FileReport).execute({
      ...{
        district: 'west',
        number: proposal,
        network,
        reason: 'irrelevant',
        subject: 'argument',
        subjectId,
      },
      reporter: reporter === null ? null : ({ id: reporter } as CurrentAccount),
    });
  const openCase = async (subjectId: string): Promise<number> => {
    const [row] = await west.rows(`select id from moderation_case where subject_id = $1 and state = 'open'`, [
      subjectId,
    ]);
    return Number(row?.['id']);
  };
  const decide = (number: number, verdict: 'hide' | 'keep' | 'redact', by: ResidentId, redaction?: object) =>
    get(DecideCase).execute(
      west.districtId,
      number,
      {
        verdict,
        message: MESSAGE,
        ...(verdict !== 'keep' && { reason: 'irrelevant' }),
        ...(redaction && { redaction }),
      },
      by,
    );
  const fulfilled = (answers: PromiseSettledResult<unknown>[]): number =>
    answers.filter(({ status }) => status === 'fulfilled').length;

  it('claim a case: one has it, in twenty races', async () => {
    for (let race = 0; race < 20; race += 1) {
      const id = await argument();
      await report(id, null, `192.0.2.${race}`);
      const number = await openCase(id);
      const answers = await Promise.allSettled(
        moderators.slice(0, 4).map((id) => get(ClaimCase).claim(west.districtId, number, id)),
      );
      expect(fulfilled(answers)).toBe(1);
    }
  });

  it('decide one case: one decision, one line in the log, in twenty races', async () => {
    const [samira, karim] = moderators as [ResidentId, ResidentId];
    for (let race = 0; race < 20; race += 1) {
      const id = await argument();
      await report(id, null, `192.0.2.${race}`);
      const number = await openCase(id);
      await get(ClaimCase).claim(west.districtId, number, samira);
      // Twice from two tabs, and a colleague who takes it as soon as it is free.
      const answers = await Promise.allSettled([
        decide(number, 'hide', samira),
        decide(number, 'keep', samira),
        get(ClaimCase)
          .claim(west.districtId, number, karim)
          .then(() => decide(number, 'keep', karim)),
        get(MarkSeen).execute(west.districtId, [number], karim),
      ]);
      expect(fulfilled(answers.slice(0, 3))).toBe(1);
      const decisions = await west.rows('select verdict from moderation_decision where case_id = $1', [
        number,
      ]);
      expect(decisions).toHaveLength(1);
      const [row] = await west.rows('select hidden from argument where id = $1', [id]);
      expect(row?.['hidden']).toBe(decisions[0]?.['verdict'] === 'hide');
    }
    const lines = await get(ReadLog).every(west.districtId);
    expect(verifyLog(lines, sha256)).toMatchObject({ ok: true, lines: 20 });
  });

  it('decide one appeal: one decision, whatever each of them says', async () => {
    const [samira, ...colleagues] = moderators as [ResidentId, ...ResidentId[]];
    const id = await argument();
    await report(id, null);
    const number = await openCase(id);
    await get(ClaimCase).claim(west.districtId, number, samira);
    await decide(number, 'hide', samira);
    const appeals = await Promise.allSettled(
      Array.from({ length: 4 }, () => get(FileAppeal).execute(west.districtId, number, APPEAL, ruud)),
    );
    expect(fulfilled(appeals)).toBe(1);
    const answers = await Promise.allSettled(
      colleagues.map((by, index) =>
        get(DecideAppeal).execute(
          west.districtId,
          number,
          { verdict: index % 2 === 0 ? 'confirm' : 'overturn', message: MESSAGE },
          by,
        ),
      ),
    );
    expect(fulfilled(answers)).toBe(1);
    expect(await west.rows('select from moderation_decision where case_id = $1', [number])).toHaveLength(2);
    await expect(
      west.rows('update appeal set decided_by = first_decided_by where case_id = $1', [number]),
    ).rejects.toThrow('appeal_two_moderators');
  });

  it('get one case of many reports that come at once, with every reporter counted once', async () => {
    const id = await argument();
    await west.rows(`update moderation_case set state = 'dismissed'`);
    const reporters = [...moderators, ...moderators];
    await Promise.all([
      ...reporters.map((reporter) => report(id, reporter)),
      ...Array.from({ length: 5 }, (_, index) => report(id, null, `198.51.100.${index % 2}`)),
    ]);
    expect(await west.rows(`select reports, urgency from moderation_case where state = 'open'`)).toEqual([
      { reports: moderators.length + 2, urgency: 1 },
    ]);
    expect(await west.rows('select from abuse_report')).toHaveLength(moderators.length + 2);
  });

  it('open one case of one thing, however many open it at once', async () => {
    const id = await argument();
    await west.rows(`update moderation_case set state = 'dismissed'`);
    const [row] = await west.rows('select proposal_id from argument where id = $1', [id]);
    const subject = {
      ...{ districtId: west.districtId, kind: 'argument' as const, id },
      proposalId: String(row?.['proposal_id']) as never,
    };
    const numbers = await Promise.all(
      Array.from({ length: 20 }, () => get(Cases).open(west.em, subject, 'new', new Date())),
    );
    expect(new Set(numbers).size).toBe(1);
  });

  it('keep what was taken out until the appeal is over, and not a day longer', async () => {
    const [samira] = moderators as [ResidentId];
    const redact = async (): Promise<number> => {
      const id = await argument();
      await west.rows(
        `insert into argument_version (district_id, argument_id, version, body, written_at)
         values ($1, $2, 0, $3, now())`,
        [west.districtId, id, BODY],
      );
      await report(id, ruud);
      const number = await openCase(id);
      await get(ClaimCase).claim(west.districtId, number, samira);
      await decide(number, 'redact', samira, { body: BODY.replace('06-12345678', '[weggehaald]') });
      return number;
    };
    const [quiet, appealed] = [await redact(), await redact()];
    await get(FileAppeal).execute(west.districtId, appealed, APPEAL, ruud);
    const kept = async (): Promise<unknown[]> => [
      (await west.rows('select case_id from redacted_original order by 1')).map((row) => row['case_id']),
      (await west.rows('select from argument_version')).length,
    ];
    const runAfter = async (days: number): Promise<void> => {
      await west.moveClockTo(new Date(Date.now() + days * 86_400_000));
      await get(Retention).execute();
    };
    await runAfter(13.9);
    expect(await kept()).toEqual([[quiet, appealed], 2]);
    await runAfter(14.1);
    expect(await kept()).toEqual([[appealed], 1]);
    const confirm = { verdict: 'confirm' as const, message: MESSAGE };
    await get(DecideAppeal).execute(west.districtId, appealed, confirm, moderators[1]!);
    await runAfter(14.2);
    expect(await kept()).toEqual([[], 0]);
    expect(await west.rows('select from argument where redacted')).toHaveLength(2);
  });
});
