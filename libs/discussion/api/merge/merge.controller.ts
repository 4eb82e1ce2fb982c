import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import { CurrentResident, Requires, type CurrentAccount } from '@buurtstem/platform-api';
import { AnswerMerge } from './answer-merge';
import { AskMerge } from './ask-merge';
import { AnswerMergeDto, AskMergeDto, MergeRequestDto, MergeRequestListDto } from './merge.dto';
import { ReadMergeRequests } from './read-merge-requests';

/** Two proposals become one when both submitters agree. Votes never move: voters are asked to vote again. */
@ApiTags('moderation')
@Controller('districts/:district')
export class MergeController {
  constructor(
    private readonly districts: Districts,
    private readonly read: ReadMergeRequests,
    private readonly question: AskMerge,
    private readonly answers: AnswerMerge,
  ) {}

  @Post('merge-requests')
  @Requires('moderate')
  @ApiOperation({ operationId: 'askMerge', summary: 'Asks both submitters whether a duplicate may go.' })
  @ApiCreatedResponse({ type: MergeRequestDto })
  async askMerge(
    @Param('district') district: string,
    @Body() asked: AskMergeDto,
    @CurrentResident() { id }: CurrentAccount,
  ): Promise<MergeRequestDto> {
    const districtId = await this.districts.idOf(district);
    return this.read.one(districtId, await this.question.execute(districtId, asked, id), id);
  }

  @Delete('merge-requests/:merge')
  @Requires('moderate')
  @ApiOperation({ operationId: 'cancelMerge', summary: 'Takes the question back.' })
  @ApiOkResponse({ type: MergeRequestDto })
  async cancelMerge(
    @Param('district') district: string,
    @Param('merge', ParseUUIDPipe) merge: string,
    @CurrentResident() { id }: CurrentAccount,
  ): Promise<MergeRequestDto> {
    const districtId = await this.districts.idOf(district);
    await this.question.cancel(districtId, merge);
    return this.read.one(districtId, merge, id);
  }

  @Get('my-merge-requests')
  @Requires('answer-merge-request')
  @ApiOperation({
    operationId: 'listMyMergeRequests',
    summary: 'Questions about the resident’s own proposals.',
  })
  @ApiOkResponse({ type: MergeRequestListDto })
  async mine(
    @Param('district') district: string,
    @CurrentResident() { id }: CurrentAccount,
  ): Promise<MergeRequestListDto> {
    return { items: await this.read.mine(await this.districts.idOf(district), id) };
  }

  @Put('my-merge-requests/:merge/answer')
  @Requires('answer-merge-request')
  @ApiOperation({
    operationId: 'answerMerge',
    summary: 'Agrees or declines; with both agreed the duplicate is merged.',
  })
  @ApiOkResponse({ type: MergeRequestDto })
  async answer(
    @Param('district') district: string,
    @Param('merge', ParseUUIDPipe) merge: string,
    @Body() { agrees }: AnswerMergeDto,
    @CurrentResident() { id }: CurrentAccount,
  ): Promise<MergeRequestDto> {
    const districtId = await this.districts.idOf(district);
    await this.answers.execute(districtId, merge, agrees, id);
    return this.read.one(districtId, merge, id);
  }
}
