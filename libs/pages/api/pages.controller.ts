import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public, Shared } from '@buurtstem/platform-api';
import { SitePageDto, PageListDto } from './pages.dto';
import { ReadPages } from './read-pages';

@ApiTags('pages')
@Controller('districts/:district/pages')
export class PagesController {
  constructor(private readonly read: ReadPages) {}

  @Get()
  @Public()
  @Shared()
  @ApiOperation({ operationId: 'listPages', summary: 'Pages about the site and the committee.' })
  @ApiOkResponse({ type: PageListDto })
  list(@Param('district') district: string): Promise<PageListDto> {
    return this.read.list(district);
  }

  @Get(':slug')
  @Public()
  @Shared()
  @ApiOperation({
    operationId: 'getPage',
    summary: 'A page. `toegankelijkheid`, `privacy` and `colofon` are always there.',
  })
  @ApiOkResponse({ type: SitePageDto })
  one(@Param('district') district: string, @Param('slug') slug: string): Promise<SitePageDto> {
    return this.read.one(district, slug);
  }
}
