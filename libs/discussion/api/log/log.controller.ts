import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public, Shared } from '@buurtstem/platform-api';
import { LogPageDto, ReadLogDto } from './log.dto';
import { ReadLog } from './read-log';

/** What moderators decided, for everybody to read: hash-chained, so that a line that was removed or altered shows. */
@ApiTags('moderation')
@Controller('districts/:district/moderation-log')
export class LogController {
  constructor(private readonly read: ReadLog) {}

  @Get()
  @Public()
  @Shared()
  @ApiOperation({ operationId: 'readModerationLog', summary: 'Decisions of the moderators, newest first.' })
  @ApiOkResponse({ type: LogPageDto })
  page(@Param('district') district: string, @Query() asked: ReadLogDto): Promise<LogPageDto> {
    return this.read.page(district, asked);
  }

  @Get('feed')
  @Public()
  @Shared()
  @Header('Content-Type', 'application/atom+xml; charset=utf-8')
  @ApiOperation({ operationId: 'feedModerationLog', summary: 'The newest decisions as an Atom feed.' })
  @ApiProduces('application/atom+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  feed(@Param('district') district: string): Promise<string> {
    return this.read.feed(district);
  }
}
