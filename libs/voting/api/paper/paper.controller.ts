import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import { CurrentResident, Requires, type CurrentAccount, WholeNumber } from '@buurtstem/platform-api';
import { EnterPaperVotes } from './enter-paper-votes';
import {
  EnterPaperVotesDto,
  PaperVoteChecksDto,
  PaperVoteChecksMadeDto,
  PaperVotesEnteredDto,
} from './paper.dto';

/** Votes that were collected on paper. */
@ApiTags('paper-votes')
@Controller('districts/:district/proposals/:number')
export class PaperController {
  constructor(
    private readonly districts: Districts,
    private readonly enter: EnterPaperVotes,
  ) {}

  @Post('paper-vote-checks')
  @Requires('enter-paper-votes')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'checkPaperVotes',
    summary: 'Says of each line of a sheet whether its person voted already. Changes nothing.',
  })
  @ApiOkResponse({ type: PaperVoteChecksMadeDto })
  async checkPaperVotes(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Body() { votes }: PaperVoteChecksDto,
  ): Promise<PaperVoteChecksMadeDto> {
    return { items: await this.enter.check(await this.districts.idOf(district), number, votes) };
  }

  @Post('paper-votes')
  @Requires('enter-paper-votes')
  @ApiOperation({
    operationId: 'enterPaperVotes',
    summary:
      'Enters the votes of a sheet whose people did not vote yet. The same sheet again enters nothing.',
  })
  @ApiCreatedResponse({ type: PaperVotesEnteredDto })
  async enterPaperVotes(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Body() { sheet, votes }: EnterPaperVotesDto,
    @CurrentResident() clerk: CurrentAccount,
  ): Promise<PaperVotesEnteredDto> {
    const districtId = await this.districts.idOf(district);
    const items = await this.enter.execute(districtId, number, { sheet, votes, clerkId: clerk.id });
    return { entered: items.filter(({ verdict }) => verdict === 'entered').length, items };
  }
}
