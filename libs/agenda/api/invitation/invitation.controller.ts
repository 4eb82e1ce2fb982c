import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import { CurrentResident, Requires, type CurrentAccount, WholeNumber } from '@buurtstem/platform-api';
import { AnswerInvitation } from './answer-invitation';
import { AnswerInvitationDto, MeetingInvitationDto } from './invitation.dto';
import { ReadMyInvitation } from './read-my-invitation';

/** Where the submitter of a winner says whether they come. */
@ApiTags('agenda')
@Controller('districts/:district/proposals/:number/my-invitation')
export class InvitationController {
  constructor(
    private readonly districts: Districts,
    private readonly read: ReadMyInvitation,
    private readonly answer: AnswerInvitation,
  ) {}

  @Get()
  @Requires('answer-invitation')
  @ApiOperation({ operationId: 'getMyInvitation', summary: 'The submitter’s invitation to the committee.' })
  @ApiOkResponse({ type: MeetingInvitationDto })
  async mine(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<MeetingInvitationDto> {
    return this.read.of(await this.districts.idOf(district), number, resident.id);
  }

  @Put()
  @Requires('answer-invitation')
  @ApiOperation({
    operationId: 'answerMyInvitation',
    summary: 'Comes, sends somebody else, or does not come.',
  })
  @ApiOkResponse({ type: MeetingInvitationDto })
  async put(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Body() answer: AnswerInvitationDto,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<MeetingInvitationDto> {
    const districtId = await this.districts.idOf(district);
    await this.answer.execute(districtId, number, answer, resident.id);
    return this.read.of(districtId, number, resident.id);
  }
}
