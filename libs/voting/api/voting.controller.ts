import { Body, Controller, Delete, Get, Header, HttpCode, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { RoundSummaryDto } from '@buurtstem/districts-api';
import {
  CALENDAR_TYPE,
  CurrentResident,
  Network,
  Public,
  Requires,
  type CurrentAccount,
  WholeNumber,
  Shared,
} from '@buurtstem/platform-api';
import { ReadCountDates } from './read-count-dates';
import { ReadMyVote } from './read-my-vote';
import { ReadRounds } from './read-rounds';
import { ReadVotesOverTime } from './read-votes-over-time';
import { VoteOnline } from './vote-online';
import { CountDto, MyVoteDto, PutVoteDto, RoundListDto, VotesOverTimeDto } from './voting.dto';

@ApiTags('voting')
@Controller('districts/:district')
export class VotingController {
  constructor(
    private readonly voteOnline: VoteOnline,
    private readonly myVote: ReadMyVote,
    private readonly rounds: ReadRounds,
    private readonly countDates: ReadCountDates,
    private readonly votesOverTime: ReadVotesOverTime,
  ) {}

  @Get('rounds')
  @Public()
  @Shared()
  @ApiOperation({ operationId: 'listRounds', summary: 'Planned, open and counted rounds, newest first.' })
  @ApiOkResponse({ type: RoundListDto })
  async list(@Param('district') district: string): Promise<RoundListDto> {
    return { items: await this.rounds.list(district) };
  }

  @Get('rounds/:round')
  @Public()
  @Shared()
  @ApiOperation({ operationId: 'getRound', summary: 'One round.' })
  @ApiOkResponse({ type: RoundSummaryDto })
  one(
    @Param('district') district: string,
    @Param('round', WholeNumber) round: number,
  ): Promise<RoundSummaryDto> {
    return this.rounds.one(district, round);
  }

  @Get('rounds/:round/count')
  @Public()
  @Shared()
  @ApiOperation({
    operationId: 'getCount',
    summary: 'The published count of a round: ranking, winner, deciding step.',
  })
  @ApiOkResponse({ type: CountDto })
  count(@Param('district') district: string, @Param('round', WholeNumber) round: number): Promise<CountDto> {
    return this.rounds.count(district, round);
  }

  @Get('count-dates-calendar')
  @Public()
  @Shared()
  @Header('Content-Type', CALENDAR_TYPE)
  @ApiOperation({
    operationId: 'getCountDatesCalendar',
    summary: 'The count dates of the past year and of the year ahead, for calendar programs.',
  })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  calendar(@Param('district') district: string): Promise<string> {
    return this.countDates.calendar(district);
  }

  @Get('proposals/:number/votes-over-time')
  @Public()
  @Shared()
  @ApiOperation({
    operationId: 'getVotesOverTime',
    summary: 'The standing as it was at the end of each day, a hundred days at most.',
  })
  @ApiOkResponse({ type: VotesOverTimeDto })
  overTime(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
  ): Promise<VotesOverTimeDto> {
    return this.votesOverTime.of(district, number);
  }

  @Get('proposals/:number/my-vote')
  @Requires('vote')
  @ApiOperation({ operationId: 'getMyVote', summary: 'The resident’s own vote, and whether it counts.' })
  @ApiOkResponse({ type: MyVoteDto })
  mine(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<MyVoteDto> {
    return this.myVote.of(district, number, resident);
  }

  @Put('proposals/:number/my-vote')
  @Requires('vote')
  @ApiOperation({
    operationId: 'putMyVote',
    summary: 'Casts or changes the vote. The same again changes nothing.',
  })
  @ApiOkResponse({ type: MyVoteDto })
  put(
    @Param('district') district: string,
    @Param('number', WholeNumber) proposalNumber: number,
    @Body() { choice }: PutVoteDto,
    @CurrentResident() resident: CurrentAccount,
    @Network() network: string,
  ): Promise<MyVoteDto> {
    return this.voteOnline.execute({ district, proposalNumber, resident, choice, network });
  }

  @Delete('proposals/:number/my-vote')
  @Requires('vote')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'withdrawMyVote',
    summary: 'Withdraws the vote. Where there is none, nothing changes.',
  })
  @ApiOkResponse({ type: MyVoteDto })
  withdraw(
    @Param('district') district: string,
    @Param('number', WholeNumber) proposalNumber: number,
    @CurrentResident() resident: CurrentAccount,
    @Network() network: string,
  ): Promise<MyVoteDto> {
    return this.voteOnline.execute({ district, proposalNumber, resident, choice: 'none', network });
  }
}
