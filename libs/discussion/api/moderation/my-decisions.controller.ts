import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import { CurrentResident, Requires, type CurrentAccount, WholeNumber } from '@buurtstem/platform-api';
import { FileAppeal } from './file-appeal';
import { FileAppealDto, MyDecisionDto, MyDecisionListDto } from './my-decisions.dto';
import { ReadMyDecisions } from './read-my-decisions';

/** What moderators decided on texts of the resident. */
@ApiTags('moderation')
@Controller('districts/:district/my-decisions')
export class MyDecisionsController {
  constructor(
    private readonly districts: Districts,
    private readonly read: ReadMyDecisions,
    private readonly fileAppeal: FileAppeal,
  ) {}

  @Get()
  @Requires('appeal-decision')
  @ApiOperation({ operationId: 'listMyDecisions', summary: 'Decisions against what the resident wrote.' })
  @ApiOkResponse({ type: MyDecisionListDto })
  async list(
    @Param('district') district: string,
    @CurrentResident() { id }: CurrentAccount,
  ): Promise<MyDecisionListDto> {
    return { items: await this.read.list(await this.districts.idOf(district), id) };
  }

  @Post(':case/appeal')
  @Requires('appeal-decision')
  @ApiOperation({ operationId: 'fileAppeal', summary: 'Asks another moderator to look again; once.' })
  @ApiCreatedResponse({ type: MyDecisionDto })
  async appeal(
    @Param('district') district: string,
    @Param('case', WholeNumber) number: number,
    @Body() { text }: FileAppealDto,
    @CurrentResident() { id }: CurrentAccount,
  ): Promise<MyDecisionDto> {
    const districtId = await this.districts.idOf(district);
    await this.fileAppeal.execute(districtId, number, text, id);
    return this.read.one(districtId, number, id);
  }
}
