import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import { CurrentResident, Public, Requires, type CurrentAccount } from '@buurtstem/platform-api';
import { AgendaItemListDto, MeetingDto, MeetingListDto, PlanMeetingDto } from './agenda.dto';
import { PlanMeeting } from './plan-meeting';
import { ReadAgenda } from './read-agenda';

@ApiTags('agenda')
@Controller('districts/:district')
export class AgendaController {
  constructor(
    private readonly districts: Districts,
    private readonly read: ReadAgenda,
    private readonly planMeeting: PlanMeeting,
  ) {}

  @Get('meetings')
  @Public()
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

  @Get('agenda-items')
  @Public()
  @ApiOperation({
    operationId: 'listAgendaItems',
    summary: 'Every winner, and what became of it; newest round first.',
  })
  @ApiOkResponse({ type: AgendaItemListDto })
  async items(@Param('district') district: string): Promise<AgendaItemListDto> {
    return { items: await this.read.items(district) };
  }
}
