import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentResident, Requires, type CurrentAccount } from '@buurtstem/platform-api';
import { ReadMyVote } from '../read-my-vote';
import { MyVotesDto, NotVotedDto, ReceiptListDto } from './my-page.dto';
import { ReadMyReceipts } from './read-my-receipts';
import { ReadNotVoted } from './read-not-voted';

/** What a resident's own page tells of voting. */
@ApiTags('voting')
@Controller('districts/:district')
export class MyPageController {
  constructor(
    private readonly myVotes: ReadMyVote,
    private readonly notVoted: ReadNotVoted,
    private readonly myReceipts: ReadMyReceipts,
  ) {}

  @Get('my-votes')
  @Requires('vote')
  @ApiOperation({ operationId: 'listMyVotes', summary: 'Everything that the resident votes for or against.' })
  @ApiOkResponse({ type: MyVotesDto })
  votes(
    @Param('district') district: string,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<MyVotesDto> {
    return this.myVotes.all(district, resident);
  }

  @Get('not-voted')
  @Requires('vote')
  @ApiOperation({ operationId: 'listNotVoted', summary: 'Open proposals that the resident did not vote on.' })
  @ApiOkResponse({ type: NotVotedDto })
  rest(
    @Param('district') district: string,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<NotVotedDto> {
    return this.notVoted.list(district, resident);
  }

  @Get('my-receipts')
  @Requires('vote')
  @ApiOperation({
    operationId: 'listMyReceipts',
    summary: 'Every line of the ledger about the resident’s votes, newest first.',
  })
  @ApiOkResponse({ type: ReceiptListDto })
  async receipts(
    @Param('district') district: string,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<ReceiptListDto> {
    return { items: await this.myReceipts.list(district, resident) };
  }
}
