import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import { CurrentResident, Public, Requires, type CurrentAccount, Shared } from '@buurtstem/platform-api';
import { MeetingDto, PublishedAgendaListDto } from '../agenda.dto';
import { ReadAgenda } from '../read-agenda';
import { DraftAgendaDto, MoveAgendaItemDto, PublishAgendaDto, PutDraftAgendaDto } from './draft-agenda.dto';
import { ArrangeAgenda } from './arrange-agenda';
import { MoveAgendaItem } from './move-agenda-item';
import { PublishAgenda } from './publish-agenda';
import { ReadDraftAgenda } from './read-draft-agenda';
import { ReadPublishedAgendas } from './read-published-agendas';

/** The clerk's agenda: order, points and minutes, and the versions that were published of it. */
@ApiTags('agenda')
@Controller('districts/:district')
export class DraftAgendaController {
  constructor(
    private readonly districts: Districts,
    private readonly read: ReadAgenda,
    private readonly draft: ReadDraftAgenda,
    private readonly arrange: ArrangeAgenda,
    private readonly publishAgenda: PublishAgenda,
    private readonly published: ReadPublishedAgendas,
    private readonly moveItem: MoveAgendaItem,
  ) {}

  @Get('meetings/:meeting/draft-agenda')
  @Requires('manage-agenda')
  @ApiOperation({ operationId: 'getDraftAgenda', summary: 'The agenda as the clerk works on it.' })
  @ApiOkResponse({ type: DraftAgendaDto })
  async draftAgenda(
    @Param('district') district: string,
    @Param('meeting', ParseUUIDPipe) meeting: string,
  ): Promise<DraftAgendaDto> {
    return this.draft.of(await this.districts.idOf(district), meeting);
  }

  @Put('meetings/:meeting/draft-agenda')
  @Requires('manage-agenda')
  @ApiOperation({
    operationId: 'putDraftAgenda',
    summary: 'Order, minutes and free points, all at once. Winners cannot be left out.',
  })
  @ApiOkResponse({ type: DraftAgendaDto })
  async putDraftAgenda(
    @Param('district') district: string,
    @Param('meeting', ParseUUIDPipe) meeting: string,
    @Body() wanted: PutDraftAgendaDto,
  ): Promise<DraftAgendaDto> {
    const districtId = await this.districts.idOf(district);
    await this.arrange.execute(districtId, meeting, wanted);
    return this.draft.of(districtId, meeting);
  }

  @Get('meetings/:meeting/published-agendas')
  @Public()
  @Shared()
  @ApiOperation({
    operationId: 'listPublishedAgendas',
    summary: 'Every version that was published, newest first.',
  })
  @ApiOkResponse({ type: PublishedAgendaListDto })
  async publishedAgendas(
    @Param('district') district: string,
    @Param('meeting', ParseUUIDPipe) meeting: string,
  ): Promise<PublishedAgendaListDto> {
    return { items: await this.published.list(district, meeting) };
  }

  @Post('meetings/:meeting/published-agendas')
  @Requires('manage-agenda')
  @ApiOperation({
    operationId: 'publishAgenda',
    summary: 'Publishes the agenda as it stands, as the next version.',
  })
  @ApiCreatedResponse({ type: MeetingDto })
  async publish(
    @Param('district') district: string,
    @Param('meeting', ParseUUIDPipe) meeting: string,
    @Body() wanted: PublishAgendaDto,
    @CurrentResident() clerk: CurrentAccount,
  ): Promise<MeetingDto> {
    await this.publishAgenda.execute(await this.districts.idOf(district), meeting, wanted, clerk.id);
    return this.read.meeting(district, meeting);
  }

  @Post('agenda-items/:item/moves')
  @Requires('manage-agenda')
  @ApiOperation({
    operationId: 'moveAgendaItem',
    summary: 'To another meeting, or off the agenda into the queue; with a reason that everybody reads.',
  })
  @ApiCreatedResponse()
  async move(
    @Param('district') district: string,
    @Param('item', ParseUUIDPipe) item: string,
    @Body() wanted: MoveAgendaItemDto,
    @CurrentResident() clerk: CurrentAccount,
  ): Promise<void> {
    await this.moveItem.execute(await this.districts.idOf(district), item, wanted, clerk.id);
  }
}
