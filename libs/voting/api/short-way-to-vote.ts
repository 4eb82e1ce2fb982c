import { PlainSessions } from '@buurtstem/accounts-api';
import { networkOf, ShortWays, type PlainRequest, type ShortWay } from '@buurtstem/platform-api';
import { isPermitted } from '@buurtstem/shared-domain';
import type { Choice } from '@buurtstem/voting-domain';
import { Injectable } from '@nestjs/common';
import { VoteOnline } from './vote-online';

/** The route of `VotingController`, of a number that fits without a look. */
const MY_VOTE = /^\/api\/v1\/districts\/([a-z0-9-]+)\/proposals\/([1-9]\d{0,8})\/my-vote$/;
/** As our pages write them. */
const CHOICES: Readonly<Record<string, Choice>> = {
  '{"choice":"for"}': 'for',
  '{"choice":"against"}': 'against',
};
const BODIES: Readonly<Record<string, readonly string[]>> = { PUT: Object.keys(CHOICES), DELETE: [] };

/**
 * A vote of a resident who has no role, the short way: on the last evening of a round there are thousands, and the rest of the
 * application would cost three times what the vote does. Answers what `putMyVote` and `withdrawMyVote` answer.
 */
@Injectable()
export class ShortWayToVote {
  constructor(
    ways: ShortWays,
    private readonly sessions: PlainSessions,
    private readonly voteOnline: VoteOnline,
  ) {
    ways.add((request) => this.of(request));
  }

  private of(request: PlainRequest): ShortWay | null {
    const bodies = BODIES[request.method];
    const [, district, number] = (bodies && MY_VOTE.exec(request.originalUrl)) ?? [];
    if (!bodies || district === undefined) return null;
    return {
      bodies,
      admit: async () => {
        const session = await this.sessions.of(request);
        if (!session || !isPermitted('vote', session.resident.roles, district)) return null;
        return async (body, ip) => {
          const value = await this.voteOnline.execute({
            district,
            proposalNumber: Number(number),
            resident: session.resident,
            choice: CHOICES[body] ?? 'none',
            network: networkOf(ip),
          });
          return { value, afterwards: session.noteUse };
        };
      },
    };
  }
}
