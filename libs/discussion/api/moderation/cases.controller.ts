import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import { CurrentResident, Requires, type CurrentAccount, WholeNumber } from '@buurtstem/platform-api';
import {
  ModerationCaseDto,
  CasePageDto,
  DecideAppealDto,
  DecideCaseDto,
  ListCasesDto,
  MarkSeenDto,
  OpenCaseDto,
  RestoreDto,
  SeenDto,
} from './cases.dto';
import { ClaimCase } from './claim-case';
import { DecideAppeal } from './decide-appeal';
import { DecideCase } from './decide-case';
import { MarkSeen } from './mark-seen';
import { OpenCaseOnSight } from './open-case-on-sight';
import { ReadCases } from './read-cases';
import { RestoreSubject } from './restore-subject';

/** The moderators' desk: one queue per district, one owner per case, every decision with its reason. */
@ApiTags('moderation')
@Controller('districts/:district/moderation-cases')
export class CasesController {
  constructor(
    private readonly districts: Districts,
    private readonly read: ReadCases,
    private readonly openOnSight: OpenCaseOnSight,
    private readonly seen: MarkSeen,
    private readonly claims: ClaimCase,
    private readonly decision: DecideCase,
    private readonly restoration: RestoreSubject,
    private readonly appealDecision: DecideAppeal,
  ) {}

  @Get()
  @Requires('moderate')
  @ApiOperation({ operationId: 'listCases', summary: 'What waits for a moderator, or was decided.' })
  @ApiOkResponse({ type: CasePageDto })
  async listCases(
    @Param('district') district: string,
    @Query() asked: ListCasesDto,
    @CurrentResident() reader: CurrentAccount,
  ): Promise<CasePageDto> {
    return this.read.page(await this.districts.idOf(district), asked, reader.id);
  }

  @Post()
  @Requires('moderate')
  @ApiOperation({
    operationId: 'openCase',
    summary: 'Opens a case on what the moderator sees on a page, or answers the one that is open.',
  })
  @ApiCreatedResponse({ type: ModerationCaseDto })
  async openCase(
    @Param('district') district: string,
    @Body() subject: OpenCaseDto,
    @CurrentResident() moderator: CurrentAccount,
  ): Promise<ModerationCaseDto> {
    const districtId = await this.districts.idOf(district);
    const number = await this.openOnSight.execute(districtId, subject);
    return this.read.one(districtId, number, moderator.id);
  }

  @Post('seen')
  @Requires('moderate')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'markSeen',
    summary: 'Closes cases about something new that nobody reported.',
  })
  @ApiOkResponse({ type: SeenDto })
  async markSeen(
    @Param('district') district: string,
    @Body() { cases }: MarkSeenDto,
    @CurrentResident() moderator: CurrentAccount,
  ): Promise<SeenDto> {
    return { seen: await this.seen.execute(await this.districts.idOf(district), cases, moderator.id) };
  }

  @Get(':case')
  @Requires('moderate')
  @ApiOperation({ operationId: 'getCase', summary: 'One case, with the text, the reports and the hints.' })
  @ApiOkResponse({ type: ModerationCaseDto })
  async getCase(
    @Param('district') district: string,
    @Param('case', WholeNumber) number: number,
    @CurrentResident() reader: CurrentAccount,
  ): Promise<ModerationCaseDto> {
    return this.read.one(await this.districts.idOf(district), number, reader.id);
  }

  @Put(':case/claim')
  @Requires('moderate')
  @ApiOperation({
    operationId: 'claimCase',
    summary: 'Takes a case in hand for a quarter of an hour; again is longer.',
  })
  @ApiOkResponse({ type: ModerationCaseDto })
  async claimCase(
    @Param('district') district: string,
    @Param('case', WholeNumber) number: number,
    @CurrentResident() { id }: CurrentAccount,
  ): Promise<ModerationCaseDto> {
    const districtId = await this.districts.idOf(district);
    await this.claims.claim(districtId, number, id);
    return this.read.one(districtId, number, id);
  }

  @Delete(':case/claim')
  @Requires('moderate')
  @ApiOperation({ operationId: 'releaseCase', summary: 'Gives a case back.' })
  @ApiOkResponse({ type: ModerationCaseDto })
  async releaseCase(
    @Param('district') district: string,
    @Param('case', WholeNumber) number: number,
    @CurrentResident() { id }: CurrentAccount,
  ): Promise<ModerationCaseDto> {
    const districtId = await this.districts.idOf(district);
    await this.claims.release(districtId, number, id);
    return this.read.one(districtId, number, id);
  }

  @Post(':case/decision')
  @Requires('moderate')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'decideCase',
    summary: 'Hides, takes personal data out, or keeps; by who has it in hand.',
  })
  @ApiOkResponse({ type: ModerationCaseDto })
  async decideCase(
    @Param('district') district: string,
    @Param('case', WholeNumber) number: number,
    @Body() decision: DecideCaseDto,
    @CurrentResident() { id }: CurrentAccount,
  ): Promise<ModerationCaseDto> {
    const districtId = await this.districts.idOf(district);
    await this.decision.execute(districtId, number, decision, id);
    return this.read.one(districtId, number, id);
  }

  @Post(':case/restoration')
  @Requires('moderate')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'restoreSubject',
    summary: 'Undoes a decision against a text without an appeal.',
  })
  @ApiOkResponse({ type: ModerationCaseDto })
  async restoreSubject(
    @Param('district') district: string,
    @Param('case', WholeNumber) number: number,
    @Body() { message }: RestoreDto,
    @CurrentResident() { id }: CurrentAccount,
  ): Promise<ModerationCaseDto> {
    const districtId = await this.districts.idOf(district);
    await this.restoration.execute(districtId, number, message, id);
    return this.read.one(districtId, number, id);
  }

  @Post(':case/appeal-decision')
  @Requires('moderate')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'decideAppeal',
    summary: 'Decides an appeal, by somebody else than who decided first.',
  })
  @ApiOkResponse({ type: ModerationCaseDto })
  async decideAppeal(
    @Param('district') district: string,
    @Param('case', WholeNumber) number: number,
    @Body() { verdict, message }: DecideAppealDto,
    @CurrentResident() { id }: CurrentAccount,
  ): Promise<ModerationCaseDto> {
    const districtId = await this.districts.idOf(district);
    await this.appealDecision.execute(districtId, number, { verdict, message }, id);
    return this.read.one(districtId, number, id);
  }
}
