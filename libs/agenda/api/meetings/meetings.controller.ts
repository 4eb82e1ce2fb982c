import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import { CurrentResident, Public, Requires, type CurrentAccount, Shared } from '@buurtstem/platform-api';
import { AgendaItemListDto, FollowUpYearListDto, MeetingDto, MeetingListDto } from '../agenda.dto';
import { ReadAgenda } from '../read-agenda';
import { CancelMeeting } from './cancel-meeting';
import { ChangeMeeting } from './change-meeting';
import { CancelMeetingDto, ChangeMeetingDto, PlanMeetingDto } from './meetings.dto';
import { PlanMeeting } from './plan-meeting';
import { ReadFollowUpYears } from './read-follow-up-years';

@ApiTags('agenda')
@Controller('districts/:district')
export class MeetingsController {
  constructor(
    private readonly districts: Districts,
    private readonly read: ReadAgenda,
    private readonly planMeeting: PlanMeeting,
    private readonly changeMeeting: ChangeMeeting,
    private readonly cancelMeeting: CancelMeeting,
    private readonly followUpYears: ReadFollowUpYears,
  ) {}

  @Get('meetings')
  @Public()
  @Shared()
  @ApiOperation({
    operationId: 'listMeetings',
    summary: 'Meetings of the last year and ahead, with their agenda.',
  })
  @ApiOkResponse({ type: MeetingListDto })
  async meetings(@Param('district') district: string): Promise<MeetingListDto> {
    return { items: await this.read.meetings(district) };
  }

  @Get('meetings/:meeting')
  @Public()
  @Shared()
  @ApiOperation({ operationId: 'getMeeting', summary: 'One meeting with its agenda.' })
  @ApiOkResponse({ type: MeetingDto })
  meeting(
    @Param('district') district: string,
    @Param('meeting', ParseUUIDPipe) meeting: string,
  ): Promise<MeetingDto> {
    return this.read.meeting(district, meeting);
  }

  @Post('meetings')
  @Requires('plan-meeting')
  @ApiOperation({
    operationId: 'planMeeting',
    summary: 'Plans a meeting; queued items come onto its agenda.',
  })
  @ApiCreatedResponse({ type: MeetingDto })
  async plan(
    @Param('district') district: string,
    @Body() wanted: PlanMeetingDto,
    @CurrentResident() clerk: CurrentAccount,
  ): Promise<MeetingDto> {
    const id = await this.planMeeting.execute(await this.districts.idOf(district), wanted, clerk.id);
    return this.read.meeting(district, id);
  }

  @Put('meetings/:meeting')
  @Requires('plan-meeting')
  @ApiOperation({
    operationId: 'changeMeeting',
    summary: 'Changes time, place or deadline of a planned meeting, with a published reason.',
  })
  @ApiOkResponse({ type: MeetingDto })
  async change(
    @Param('district') district: string,
    @Param('meeting', ParseUUIDPipe) meeting: string,
    @Body() wanted: ChangeMeetingDto,
    @CurrentResident() clerk: CurrentAccount,
  ): Promise<MeetingDto> {
    await this.changeMeeting.execute(await this.districts.idOf(district), meeting, wanted, clerk.id);
    return this.read.meeting(district, meeting);
  }

  @Post('meetings/:meeting/cancellation')
  @Requires('plan-meeting')
  @ApiOperation({
    operationId: 'cancelMeeting',
    summary: 'Cancels a meeting, with a published reason; its winners go to the next one, by the same rule.',
  })
  @ApiCreatedResponse({ type: MeetingDto })
  async cancel(
    @Param('district') district: string,
    @Param('meeting', ParseUUIDPipe) meeting: string,
    @Body() { reason }: CancelMeetingDto,
    @CurrentResident() clerk: CurrentAccount,
  ): Promise<MeetingDto> {
    await this.cancelMeeting.execute(await this.districts.idOf(district), meeting, reason, clerk.id);
    return this.read.meeting(district, meeting);
  }

  @Get('agenda-items')
  @Public()
  @Shared()
  @ApiOperation({
    operationId: 'listAgendaItems',
    summary: 'Every winner, and what became of it; newest round first.',
  })
  @ApiOkResponse({ type: AgendaItemListDto })
  async items(@Param('district') district: string): Promise<AgendaItemListDto> {
    return { items: await this.read.items(district) };
  }

  @Get('follow-up-years')
  @Public()
  @Shared()
  @ApiOperation({
    operationId: 'listFollowUpYears',
    summary: 'Per year: submitted, on the agenda, adopted, done.',
  })
  @ApiOkResponse({ type: FollowUpYearListDto })
  async years(@Param('district') district: string): Promise<FollowUpYearListDto> {
    return { items: await this.followUpYears.list(await this.districts.idOf(district)) };
  }
}
