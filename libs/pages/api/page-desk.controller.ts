import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import { CurrentResident, Requires, type CurrentAccount } from '@buurtstem/platform-api';
import { ClaimAccessibility } from './claim-accessibility';
import { MovePage } from './move-page';
import {
  AccessibilityDto,
  DeskPageDto,
  DeskPageListDto,
  MovePageDto,
  SetAccessibilityDto,
  WritePageDto,
} from './pages.dto';
import { ReadPages } from './read-pages';
import { WritePage } from './write-page';

@ApiTags('pages')
@Controller('districts/:district')
export class PageDeskController {
  constructor(
    private readonly districts: Districts,
    private readonly read: ReadPages,
    private readonly write: WritePage,
    private readonly move: MovePage,
    private readonly claim: ClaimAccessibility,
  ) {}

  @Get('desk-pages')
  @Requires('write-pages')
  @ApiOperation({ operationId: 'listDeskPages', summary: 'Every page, drafts included.' })
  @ApiOkResponse({ type: DeskPageListDto })
  listDeskPages(@Param('district') district: string): Promise<DeskPageListDto> {
    return this.read.deskList(district);
  }

  @Get('desk-pages/:slug')
  @Requires('write-pages')
  @ApiOperation({ operationId: 'getDeskPage', summary: 'A page as its writer sees it, with its history.' })
  @ApiOkResponse({ type: DeskPageDto })
  getDeskPage(@Param('district') district: string, @Param('slug') slug: string): Promise<DeskPageDto> {
    return this.read.deskOne(district, slug);
  }

  @Put('desk-pages/:slug')
  @Requires('write-pages')
  @ApiOperation({
    operationId: 'writePage',
    summary: 'Writes a page. A new one begins as a draft; a published one changes at once.',
  })
  @ApiOkResponse({ type: DeskPageDto })
  async writePage(
    @Param('district') district: string,
    @Param('slug') slug: string,
    @Body() wanted: WritePageDto,
    @CurrentResident() writer: CurrentAccount,
  ): Promise<DeskPageDto> {
    await this.write.execute(await this.districts.idOf(district), slug, wanted, writer);
    return this.read.deskOne(district, slug);
  }

  @Post('desk-pages/:slug/publication')
  @HttpCode(200)
  @Requires('write-pages')
  @ApiOperation({ operationId: 'publishPage', summary: 'Brings a draft before everybody.' })
  @ApiOkResponse({ type: DeskPageDto })
  async publishPage(
    @Param('district') district: string,
    @Param('slug') slug: string,
    @Body() { version }: MovePageDto,
    @CurrentResident() writer: CurrentAccount,
  ): Promise<DeskPageDto> {
    await this.move.publish(await this.districts.idOf(district), slug, version, writer);
    return this.read.deskOne(district, slug);
  }

  @Post('desk-pages/:slug/withdrawal')
  @HttpCode(200)
  @Requires('write-pages')
  @ApiOperation({ operationId: 'withdrawPage', summary: 'Takes a published page back to being a draft.' })
  @ApiOkResponse({ type: DeskPageDto })
  async withdrawPage(
    @Param('district') district: string,
    @Param('slug') slug: string,
    @Body() { version }: MovePageDto,
    @CurrentResident() writer: CurrentAccount,
  ): Promise<DeskPageDto> {
    await this.move.withdraw(await this.districts.idOf(district), slug, version, writer);
    return this.read.deskOne(district, slug);
  }

  @Post('desk-pages/:slug/removal')
  @HttpCode(204)
  @Requires('write-pages')
  @ApiOperation({ operationId: 'removePage', summary: 'Takes a page of the district’s own away.' })
  async removePage(
    @Param('district') district: string,
    @Param('slug') slug: string,
    @Body() { version }: MovePageDto,
    @CurrentResident() writer: CurrentAccount,
  ): Promise<void> {
    await this.move.remove(await this.districts.idOf(district), slug, version, writer);
  }

  @Post('desk-pages/:slug/standard-text')
  @HttpCode(200)
  @Requires('write-pages')
  @ApiOperation({
    operationId: 'restoreStandardPage',
    summary: 'Gives a standard page its standard text back.',
  })
  @ApiOkResponse({ type: DeskPageDto })
  async restoreStandardPage(
    @Param('district') district: string,
    @Param('slug') slug: string,
    @Body() { version }: MovePageDto,
    @CurrentResident() writer: CurrentAccount,
  ): Promise<DeskPageDto> {
    await this.move.restoreStandard(await this.districts.idOf(district), slug, version, writer);
    return this.read.deskOne(district, slug);
  }

  @Put('accessibility')
  @Requires('write-pages')
  @ApiOperation({
    operationId: 'claimAccessibility',
    summary: 'Says how far the site has come, and whom to write to.',
  })
  @ApiOkResponse({ type: AccessibilityDto })
  async claimAccessibility(
    @Param('district') district: string,
    @Body() wanted: SetAccessibilityDto,
    @CurrentResident() writer: CurrentAccount,
  ): Promise<AccessibilityDto> {
    return this.claim.execute(await this.districts.idOf(district), wanted, writer);
  }
}
