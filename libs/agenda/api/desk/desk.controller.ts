import { Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import { CurrentResident, Requires, type CurrentAccount } from '@buurtstem/platform-api';
import { ClerkTaskListDto, ReadingListDto } from './desk.dto';
import { MarkPapersRead } from './mark-papers-read';
import { ReadClerkTasks } from './read-clerk-tasks';
import { ReadReadings } from './read-readings';

/** What the clerk has to do, and what the committee has read. */
@ApiTags('agenda')
@Controller('districts/:district')
export class DeskController {
  constructor(
    private readonly districts: Districts,
    private readonly tasks: ReadClerkTasks,
    private readonly readings: ReadReadings,
    private readonly markRead: MarkPapersRead,
  ) {}

  @Get('clerk-tasks')
  @Requires('manage-agenda')
  @ApiOperation({ operationId: 'listClerkTasks', summary: 'What needs doing, what is late first.' })
  @ApiOkResponse({ type: ClerkTaskListDto })
  async clerkTasks(@Param('district') district: string): Promise<ClerkTaskListDto> {
    return { items: await this.tasks.list(await this.districts.idOf(district)) };
  }

  @Get('meetings/:meeting/readings')
  @Requires('read-papers')
  @ApiOperation({
    operationId: 'listReadings',
    summary: 'Who of the committee has read the papers, and which submitters have answered.',
  })
  @ApiOkResponse({ type: ReadingListDto })
  async listReadings(
    @Param('district') district: string,
    @Param('meeting', ParseUUIDPipe) meeting: string,
    @CurrentResident() reader: CurrentAccount,
  ): Promise<ReadingListDto> {
    return this.readings.of(await this.districts.idOf(district), meeting, reader.id);
  }

  @Put('meetings/:meeting/my-reading')
  @Requires('read-papers')
  @ApiOperation({ operationId: 'putMyReading', summary: 'Says: I have read the papers as they stand now.' })
  @ApiOkResponse({ type: ReadingListDto })
  async putMyReading(
    @Param('district') district: string,
    @Param('meeting', ParseUUIDPipe) meeting: string,
    @CurrentResident() member: CurrentAccount,
  ): Promise<ReadingListDto> {
    const districtId = await this.districts.idOf(district);
    await this.markRead.execute(districtId, meeting, member.id);
    return this.readings.of(districtId, meeting, member.id);
  }
}
