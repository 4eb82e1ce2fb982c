import { Controller, Get, Header, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CALENDAR_TYPE, Public, Shared } from '@buurtstem/platform-api';
import { AGENDA_PAGE_POLICY } from './agenda-page';
import { ExportAgenda } from './export-agenda';

/** Agendas and meetings in the forms that others work with: calendars, paper, archives and spreadsheets. */
@ApiTags('agenda')
@Controller('districts/:district')
export class ExportsController {
  constructor(private readonly exported: ExportAgenda) {}

  @Get('meetings-calendar')
  @Public()
  @Shared()
  @Header('Content-Type', CALENDAR_TYPE)
  @ApiOperation({
    operationId: 'getMeetingsCalendar',
    summary: 'All meetings as iCalendar, to subscribe to.',
  })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  calendar(@Param('district') district: string): Promise<string> {
    return this.exported.calendar(district);
  }

  @Get('meetings/:meeting/calendar')
  @Public()
  @Shared()
  @Header('Content-Type', CALENDAR_TYPE)
  @ApiOperation({ operationId: 'getMeetingCalendar', summary: 'One meeting as iCalendar.' })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  meetingCalendar(
    @Param('district') district: string,
    @Param('meeting', ParseUUIDPipe) meeting: string,
  ): Promise<string> {
    return this.exported.meetingCalendar(district, meeting);
  }

  @Get('meetings/:meeting/agenda-pdf')
  @Public()
  @ApiOperation({ operationId: 'getAgendaPdf', summary: 'The agenda as PDF, tagged for screen readers.' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(
    @Param('district') district: string,
    @Param('meeting', ParseUUIDPipe) meeting: string,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.exported.pdf(district, meeting);
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: `inline; filename="${name}"`,
      length: bytes.length,
    });
  }

  @Get('meetings/:meeting/agenda-html')
  @Public()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', AGENDA_PAGE_POLICY)
  @ApiOperation({ operationId: 'getAgendaHtml', summary: 'The agenda as a page that stands alone.' })
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  html(
    @Param('district') district: string,
    @Param('meeting', ParseUUIDPipe) meeting: string,
  ): Promise<string> {
    return this.exported.html(district, meeting);
  }

  @Get('meetings/:meeting/agenda-csv')
  @Public()
  @ApiOperation({ operationId: 'getAgendaCsv', summary: 'The agenda for a spreadsheet.' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async csv(
    @Param('district') district: string,
    @Param('meeting', ParseUUIDPipe) meeting: string,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.exported.csv(district, meeting);
    return new StreamableFile(bytes, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${name}"`,
      length: bytes.length,
    });
  }
}
