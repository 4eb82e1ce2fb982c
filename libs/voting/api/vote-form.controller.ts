import { Body, Controller, Param, Post, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  CurrentResident,
  FORM_PREFIX,
  FormOn,
  goOn,
  Network,
  Requires,
  WholeNumber,
  type CurrentAccount,
  type GoOn,
} from '@buurtstem/platform-api';
import { VoteOnline } from './vote-online';
import { VoteFormDto } from './voting.dto';

/** Where the ballot paper stands on the page of a plan. */
const BALLOT = '#stem';

const planPage = (district: unknown, number: unknown): string =>
  `/${encodeURIComponent(String(district))}/plannen/${encodeURIComponent(String(number))}${BALLOT}`;

/** Voting without scripts: the same use case as the API's, and the plan as the answer. */
@ApiExcludeController()
@Controller(FORM_PREFIX)
export class VoteFormController {
  constructor(private readonly voteOnline: VoteOnline) {}

  @Requires('vote')
  @Post(':district/plannen/:number/stem')
  @FormOn(({ params }) => planPage(params['district'], params['number']))
  @Redirect()
  async vote(
    @Param('district') district: string,
    @Param('number', WholeNumber) proposalNumber: number,
    @Body() { choice }: VoteFormDto,
    @CurrentResident() resident: CurrentAccount,
    @Network() network: string,
  ): Promise<GoOn> {
    await this.voteOnline.execute({ district, proposalNumber, resident, choice, network });
    return goOn(planPage(district, proposalNumber), choice === 'none' ? 'ingetrokken' : null);
  }
}
