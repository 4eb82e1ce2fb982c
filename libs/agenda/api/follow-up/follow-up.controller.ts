import { Body, Controller, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import { CurrentResident, Requires, type CurrentAccount } from '@buurtstem/platform-api';
import { MeetingDto } from '../agenda.dto';
import { ReadAgenda } from '../read-agenda';
import {
  HoldMeetingDto,
  PutContextNoteDto,
  RecordOutcomeDto,
  ReportedProgressDto,
  ReportProgressDto,
} from './follow-up.dto';
import { RecordOutcome } from './record-outcome';
import { WriteContextNote } from './write-context-note';

/** What official, committee and clerk say of a winner: before the meeting, at it, and since. */
@ApiTags('agenda')
@Controller('districts/:district')
export class FollowUpController {
  constructor(
    private readonly districts: Districts,
    private readonly read: ReadAgenda,
    private readonly outcome: RecordOutcome,
    private readonly note: WriteContextNote,
  ) {}

  @Put('agenda-items/:item/context-note')
  @Requires('write-context-note')
  @ApiOperation({
    operationId: 'putContextNote',
    summary: 'What the official says of it; published at once.',
  })
  @ApiOkResponse()
  async putContextNote(
    @Param('district') district: string,
    @Param('item', ParseUUIDPipe) item: string,
    @Body() { text }: PutContextNoteDto,
    @CurrentResident() official: CurrentAccount,
  ): Promise<void> {
    await this.note.execute(await this.districts.idOf(district), item, text, official);
  }

  @Put('meetings/:meeting/held')
  @Requires('record-outcome')
  @ApiOperation({
    operationId: 'holdMeeting',
    summary: 'Closes a meeting: what stood on its agenda was discussed.',
  })
  @ApiOkResponse({ type: MeetingDto })
  async hold(
    @Param('district') district: string,
    @Param('meeting', ParseUUIDPipe) meeting: string,
    @Body() { attendance }: HoldMeetingDto,
    @CurrentResident() clerk: CurrentAccount,
  ): Promise<MeetingDto> {
    const districtId = await this.districts.idOf(district);
    await this.outcome.discuss(districtId, meeting, clerk.id, { attendance });
    return this.read.meeting(district, meeting);
  }

  @Post('agenda-items/:item/outcomes')
  @Requires('record-outcome')
  @ApiOperation({
    operationId: 'recordOutcome',
    summary: 'Publishes what the committee decided, with its reasons.',
  })
  @ApiCreatedResponse()
  async decide(
    @Param('district') district: string,
    @Param('item', ParseUUIDPipe) item: string,
    @Body() wanted: RecordOutcomeDto,
    @CurrentResident() clerk: CurrentAccount,
  ): Promise<void> {
    await this.outcome.decide(await this.districts.idOf(district), item, wanted, clerk.id);
  }

  @Post('agenda-items/:item/progress-reports')
  @Requires('report-progress')
  @ApiOperation({ operationId: 'reportProgress', summary: 'Tells what happened with an adopted proposal.' })
  @ApiCreatedResponse({ type: ReportedProgressDto })
  async report(
    @Param('district') district: string,
    @Param('item', ParseUUIDPipe) item: string,
    @Body() wanted: ReportProgressDto,
    @CurrentResident() reporter: CurrentAccount,
  ): Promise<ReportedProgressDto> {
    const districtId = await this.districts.idOf(district);
    return { id: await this.outcome.report(districtId, item, wanted, reporter.id) };
  }
}
