import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public, WholeNumber, Shared } from '@buurtstem/platform-api';
import { ReadNews } from './read-news';

/** News of winners, for feed readers. */
@ApiTags('agenda')
@Controller('districts/:district')
export class NewsController {
  constructor(private readonly news: ReadNews) {}

  @Get('news-feed')
  @Public()
  @Shared()
  @Header('Content-Type', 'application/atom+xml; charset=utf-8')
  @ApiOperation({ operationId: 'feedNews', summary: 'Winners, meetings, outcomes and progress as Atom.' })
  @ApiProduces('application/atom+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  district(@Param('district') district: string): Promise<string> {
    return this.news.ofDistrict(district);
  }

  @Get('proposals/:number/news-feed')
  @Public()
  @Shared()
  @Header('Content-Type', 'application/atom+xml; charset=utf-8')
  @ApiOperation({ operationId: 'feedProposalNews', summary: 'What happened with one proposal, as Atom.' })
  @ApiProduces('application/atom+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  proposal(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
  ): Promise<string> {
    return this.news.ofProposal(district, number);
  }
}
