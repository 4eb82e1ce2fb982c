import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  AnswerInvitation,
  CancelMeeting,
  ChangeMeeting,
  PlanMeeting,
  RecordOutcome,
  WriteContextNote,
} from '@buurtstem/agenda-api';
import { DECISIONS, INVITATION_ANSWERS, type Decision } from '@buurtstem/agenda-domain';
import type { CurrentAccount } from '@buurtstem/platform-api';
import { WithdrawProposal } from '@buurtstem/proposals-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { CountRound, PlanRounds } from '@buurtstem/voting-api';
import { AgendaScene, DAY, REASON, REASONS } from './agenda-scene';

const PAGE = join(__dirname, '../../../docs/lifecycles/agenda-item.md');

/** The pairs that the table in the drawing allows, as `item proposal`. */
function pairsDrawn(): Set<string> {
  const rows = readFileSync(PAGE, 'utf8').matchAll(/^\| ([a-z-]+) +\| ([a-z, -]+?) +\|$/gm);
  const pairs = [...rows].flatMap(([, item, proposals]) =>
    (proposals ?? '').split(', ').map((proposal) => `${item} ${proposal}`),
  );
  return new Set(pairs);
}

interface Command {
  readonly does:
    | 'plan a meeting'
    | 'cancel'
    | 'change'
    | 'move'
    | 'take off'
    | 'count'
    | 'hold'
    | 'decide'
    | 'report'
    | 'answer'
    | 'note'
    | 'withdraw'
    | 'wait';
  /** Which of those there are, and how: both wrap round. */
  readonly which: number;
  readonly how: number;
}

const COMMAND: fc.Arbitrary<Command> = fc.record({
  does: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('count', 'plan a meeting', 'hold', 'decide') },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'move',
        'take off',
        'cancel',
        'report',
        'wait',
        'change',
        'answer',
        'note',
        'withdraw',
      ),
    },
  ) as fc.Arbitrary<Command['does']>,
  which: fc.nat(5),
  how: fc.nat(5),
});

/** So that every kind of pair is seen on a slow machine too: it wins, waits, is planned, discussed and decided. */
const EVERY_STAGE: Command[] = [
  { does: 'count', which: 0, how: 1 },
  { does: 'plan a meeting', which: 1, how: 0 },
  { does: 'wait', which: 0, how: 3 },
  { does: 'hold', which: 0, how: 1 },
  { does: 'decide', which: 0, how: 0 },
];

describe('item and proposal', () => {
  let scene: AgendaScene;
  let days = 0;
  beforeAll(async () => (scene = await AgendaScene.open()));
  afterAll(() => scene.close());

  const pick = async (sql: string, which: number): Promise<string> => {
    const rows = await scene.west.rows(sql);
    // Where there is none, something that does not exist is asked for: that is refused as well.
    return String(rows[which % Math.max(rows.length, 1)]?.['id'] ?? '00000000-0000-4000-8000-000000000000');
  };
  const anItem = (which: number): Promise<string> =>
    pick('select id from agenda_item order by created_at desc limit 4', which);
  const aMeeting = (which: number): Promise<string> =>
    pick('select id from meeting order by changed_at desc, id limit 4', which);
  const now = (): number => Date.now() + days * DAY;

  async function obey({ does, which, how }: Command): Promise<unknown> {
    const { west, districtId, clerk, charlieId } = scene;
    const get = west.app.get.bind(west.app);
    const by: ResidentId = clerk.id;
    switch (does) {
      case 'plan a meeting': {
        const startsAt = new Date(now() + (3 + which * 11) * DAY + how * 1000);
        const wanted = {
          startsAt,
          agendaDeadline: new Date(startsAt.getTime() - (1 + how) * DAY),
          place: 'Raadzaal',
        };
        return get(PlanMeeting).execute(districtId, wanted, by);
      }
      case 'cancel':
        return get(CancelMeeting).execute(districtId, await aMeeting(which), REASON, by);
      case 'change': {
        const id = await aMeeting(which);
        const [meeting] = await west.rows('select * from meeting where id = $1', [id]);
        const startsAt = new Date(now() + (4 + how * 9) * DAY);
        const wanted = {
          startsAt,
          agendaDeadline: new Date(startsAt.getTime() - DAY),
          place: 'Buurthuis',
          reason: REASON,
          sequence: Number(meeting?.['sequence'] ?? 0),
        };
        return get(ChangeMeeting).execute(districtId, id, wanted, by);
      }
      case 'move':
        return scene.move(await anItem(which), await aMeeting(how));
      case 'take off':
        return scene.move(await anItem(which), null);
      case 'count': {
        const number = await scene.west.proposal('Veilig oversteken bij de Sluisbrug');
        if (how > 0) await west.vote(number, await west.residents(1 + (how % 2)));
        const round = await west.openRound();
        days = Math.max(days, Math.ceil((round.closesAt.getTime() - Date.now()) / DAY));
        await west.moveClockTo(new Date(now()));
        await get(CountRound).execute(districtId, round.number);
        // As the worker does: the calendar stays a year ahead.
        return get(PlanRounds).execute(districtId);
      }
      case 'hold': {
        const attendance = how === 0 ? [{ item: await anItem(which), attended: true }] : [];
        return get(RecordOutcome).discuss(districtId, await aMeeting(which), by, { attendance });
      }
      case 'decide':
        return get(RecordOutcome).decide(
          districtId,
          await anItem(which),
          { decision: DECISIONS[how % DECISIONS.length] as Decision, reasons: REASONS },
          by,
        );
      case 'report':
        return get(RecordOutcome).report(
          districtId,
          await anItem(which),
          {
            text: 'De borden zijn besteld bij de leverancier.',
            responsible: 'Team Verkeer',
            finishes: how > 2,
          },
          by,
        );
      case 'answer':
        return get(AnswerInvitation).execute(
          districtId,
          which + 1,
          { answer: INVITATION_ANSWERS[how % 3] ?? 'accept', delegateName: 'Joris', needs: '' },
          charlieId,
        );
      case 'note': {
        const author = { id: by, displayName: 'Bram' } as CurrentAccount;
        return get(WriteContextNote).execute(districtId, await anItem(which), REASONS, author);
      }
      case 'withdraw': {
        const [owner] = await scene.west.residents(1);
        return get(WithdrawProposal).execute(districtId, which + 1, owner ?? by, REASON);
      }
      case 'wait':
        days += 1 + how * 5;
        return west.moveClockTo(new Date(now()));
    }
  }

  it('lifecycle property: no thirty commands lead to a pair of states that is not drawn', async () => {
    const drawn = pairsDrawn();
    expect(drawn.size).toBeGreaterThan(14);
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(COMMAND, { minLength: 10, maxLength: 30 }), async (commands) => {
        for (const command of commands) {
          try {
            await obey(command);
          } catch (error) {
            // A refusal is an answer; anything else is a mistake.
            if (!(error instanceof Refusal)) throw error;
          }
          for (const [item, proposal] of await scene.states()) seen.add(`${item} ${proposal}`);
          expect([...seen].filter((pair) => !drawn.has(pair))).toEqual([]);
        }
      }),
      {
        interruptAfterTimeLimit: 20_000,
        markInterruptAsFailure: false,
        numRuns: 200,
        examples: [[EVERY_STAGE]],
      },
    );
    // Else it would prove nothing.
    for (const pair of ['queued won', 'scheduled on-agenda', 'discussed discussed', 'decided adopted'])
      expect([...seen]).toContain(pair);
  }, 60_000);
});
