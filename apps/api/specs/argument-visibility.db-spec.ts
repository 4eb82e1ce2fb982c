import { isPublicArgument } from '@buurtstem/discussion-domain';
import { argue, reply } from './neighbours';
import { West } from './west';

describe('who may see an argument', () => {
  let west: West;
  beforeAll(async () => (west = await West.open()));
  afterAll(() => west.close());

  it('is said once: the view of the database and the rule agree on every combination', async () => {
    const flags = [false, true];
    const all = flags.flatMap((isPublished) =>
      flags.flatMap((isProposalHidden) =>
        flags.flatMap((isHidden) =>
          flags.map((isReplyHidden) => [isPublished, isProposalHidden, isHidden, isReplyHidden]),
        ),
      ),
    );
    const expected: string[] = [];
    for (const [isPublished, isProposalHidden, isHidden, isReplyHidden] of all) {
      const proposalNumber = await west.proposal('Veilig oversteken bij de Sluisbrug');
      const argument = await argue(west, { proposalNumber });
      const answer = await reply(west, argument, { proposalNumber });
      const [row] = await west.em.query<[{ publishedAt: Date }]>(
        'select published_at as "publishedAt" from proposal where number = $1',
        [proposalNumber],
      );
      const proposal = { publishedAt: isPublished ? row.publishedAt : null, hidden: isProposalHidden! };
      await west.rows('update proposal set state = $2, published_at = $3, hidden = $4 where number = $1', [
        proposalNumber,
        isPublished ? 'open' : 'draft',
        proposal.publishedAt,
        proposal.hidden,
      ]);
      const [parent, own] = [{ hidden: isHidden! }, { hidden: isReplyHidden! }];
      await west.rows('update argument set hidden = $2 where id = $1', [argument, parent.hidden]);
      await west.rows('update argument set hidden = $2 where id = $1', [answer, own.hidden]);
      if (isPublicArgument(proposal, parent, null)) expected.push(argument);
      if (isPublicArgument(proposal, own, parent)) expected.push(answer);
    }
    const shown = await west.rows('select id from public_argument');
    expect(expected).toHaveLength(3);
    expect(shown.map(({ id }) => id).sort()).toEqual(expected.sort());
  });
});
