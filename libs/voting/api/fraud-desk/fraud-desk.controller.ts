import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import {
  CurrentResident,
  Public,
  Requires,
  type CurrentAccount,
  WholeNumber,
  Shared,
} from '@buurtstem/platform-api';
import { DryRun } from './dry-run';
import { EndVoteBatch } from './end-vote-batch';
import {
  DryRunDto,
  HoldVotesDto,
  InvalidateVotesDto,
  InvalidationListDto,
  ReasonDto,
  VoteBatchDto,
  VoteBatchListDto,
  VoteSignalListDto,
} from './fraud-desk.dto';
import { HoldVotes } from './hold-votes';
import { InvalidateVotes } from './invalidate-votes';
import { ProposeInvalidation } from './propose-invalidation';
import { ReadVoteBatches } from './read-vote-batches';
import { ReadVoteSignals } from './read-vote-signals';

/** Where staff look at votes under suspicion. No single person takes a vote out. */
@ApiTags('fraud-desk')
@Controller('districts/:district')
export class FraudDeskController {
  constructor(
    private readonly districts: Districts,
    private readonly signals: ReadVoteSignals,
    private readonly batches: ReadVoteBatches,
    private readonly hold: HoldVotes,
    private readonly dryRun: DryRun,
    private readonly propose: ProposeInvalidation,
    private readonly invalidate: InvalidateVotes,
    private readonly end: EndVoteBatch,
  ) {}

  @Get('vote-signals')
  @Requires('examine-votes')
  @ApiOperation({
    operationId: 'listVoteSignals',
    summary: 'What stands out among the votes on open proposals.',
  })
  @ApiOkResponse({ type: VoteSignalListDto })
  async listVoteSignals(@Param('district') district: string): Promise<VoteSignalListDto> {
    return { items: await this.signals.list(await this.districts.idOf(district)) };
  }

  @Get('vote-batches')
  @Requires('examine-votes')
  @ApiOperation({
    operationId: 'listVoteBatches',
    summary: 'Batches of votes under suspicion, newest first.',
  })
  @ApiOkResponse({ type: VoteBatchListDto })
  async listVoteBatches(
    @Param('district') district: string,
    @CurrentResident() reader: CurrentAccount,
  ): Promise<VoteBatchListDto> {
    return { items: await this.batches.list(await this.districts.idOf(district), reader.id) };
  }

  @Post('vote-batches')
  @Requires('examine-votes')
  @ApiOperation({
    operationId: 'holdVotes',
    summary:
      'Holds the valid votes on one open proposal that fulfil the criteria: they do not count for now.',
  })
  @ApiCreatedResponse({ type: VoteBatchDto })
  async holdVotes(
    @Param('district') district: string,
    @Body() asked: HoldVotesDto,
    @CurrentResident() { id }: CurrentAccount,
  ): Promise<VoteBatchDto> {
    const districtId = await this.districts.idOf(district);
    const number = await this.hold.execute(districtId, asked, id);
    return this.batches.one(districtId, number, id);
  }

  @Get('vote-batches/:batch')
  @Requires('examine-votes')
  @ApiOperation({ operationId: 'getVoteBatch', summary: 'One batch of votes.' })
  @ApiOkResponse({ type: VoteBatchDto })
  async getVoteBatch(
    @Param('district') district: string,
    @Param('batch', WholeNumber) batch: number,
    @CurrentResident() reader: CurrentAccount,
  ): Promise<VoteBatchDto> {
    return this.batches.one(await this.districts.idOf(district), batch, reader.id);
  }

  @Get('vote-batches/:batch/dry-run')
  @Requires('examine-votes')
  @ApiOperation({
    operationId: 'dryRunVoteBatch',
    summary: 'What the standing would be with these votes and without them. Changes nothing.',
  })
  @ApiOkResponse({ type: DryRunDto })
  async dryRunVoteBatch(
    @Param('district') district: string,
    @Param('batch', WholeNumber) batch: number,
  ): Promise<DryRunDto> {
    return this.dryRun.of(await this.districts.idOf(district), batch);
  }

  @Post('vote-batches/:batch/invalidation-proposal')
  @Requires('examine-votes')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'proposeInvalidation',
    summary: 'Proposes to a colleague to take the votes out.',
  })
  @ApiOkResponse({ type: VoteBatchDto })
  async proposeInvalidation(
    @Param('district') district: string,
    @Param('batch', WholeNumber) batch: number,
    @Body() { reason }: ReasonDto,
    @CurrentResident() { id }: CurrentAccount,
  ): Promise<VoteBatchDto> {
    const districtId = await this.districts.idOf(district);
    await this.propose.execute(districtId, batch, reason, id);
    return this.batches.one(districtId, batch, id);
  }

  @Post('vote-batches/:batch/invalidation')
  @Requires('examine-votes')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'invalidateVotes',
    summary: 'Takes the votes out, by somebody else than who proposed it.',
  })
  @ApiOkResponse({ type: VoteBatchDto })
  async invalidateVotes(
    @Param('district') district: string,
    @Param('batch', WholeNumber) batch: number,
    @Body() { votes }: InvalidateVotesDto,
    @CurrentResident() { id }: CurrentAccount,
  ): Promise<VoteBatchDto> {
    const districtId = await this.districts.idOf(district);
    await this.invalidate.execute(districtId, batch, votes, id);
    return this.batches.one(districtId, batch, id);
  }

  @Post('vote-batches/:batch/release')
  @Requires('examine-votes')
  @HttpCode(200)
  @ApiOperation({ operationId: 'releaseVotes', summary: 'Lets the held votes count again.' })
  @ApiOkResponse({ type: VoteBatchDto })
  async releaseVotes(
    @Param('district') district: string,
    @Param('batch', WholeNumber) batch: number,
    @Body() { reason }: ReasonDto,
    @CurrentResident() { id }: CurrentAccount,
  ): Promise<VoteBatchDto> {
    const districtId = await this.districts.idOf(district);
    await this.end.execute(districtId, batch, { verb: 'release', reason, actorId: id });
    return this.batches.one(districtId, batch, id);
  }

  @Post('vote-batches/:batch/reinstatement')
  @Requires('examine-votes')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'reinstateVotes',
    summary: 'Undoes an invalidation, with a published reason.',
  })
  @ApiOkResponse({ type: VoteBatchDto })
  async reinstateVotes(
    @Param('district') district: string,
    @Param('batch', WholeNumber) batch: number,
    @Body() { reason }: ReasonDto,
    @CurrentResident() { id }: CurrentAccount,
  ): Promise<VoteBatchDto> {
    const districtId = await this.districts.idOf(district);
    await this.end.execute(districtId, batch, { verb: 'reinstate', reason, actorId: id });
    return this.batches.one(districtId, batch, id);
  }

  @Get('invalidations')
  @Public()
  @Shared()
  @ApiOperation({
    operationId: 'listInvalidations',
    summary: 'Votes that were taken out, why, and what of it was undone. Newest first.',
  })
  @ApiOkResponse({ type: InvalidationListDto })
  async listInvalidations(@Param('district') district: string): Promise<InvalidationListDto> {
    return { items: await this.batches.invalidations(await this.districts.idOf(district)) };
  }
}
