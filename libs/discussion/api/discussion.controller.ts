import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import {
  CurrentResident,
  OptionalResident,
  Public,
  Requires,
  type CurrentAccount,
  WholeNumber,
} from '@buurtstem/platform-api';
import { ArgumentDto, ArgumentPageDto, ListArgumentsDto, PostArgumentDto } from './discussion.dto';
import { ListArguments } from './list-arguments';
import { PostArgument } from './post-argument';

@ApiTags('discussion')
@Controller('districts/:district/proposals/:number/arguments')
export class DiscussionController {
  constructor(
    private readonly districts: Districts,
    private readonly list: ListArguments,
    private readonly postArgument: PostArgument,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ operationId: 'listArguments', summary: 'Arguments for and against, newest first.' })
  @ApiOkResponse({ type: ArgumentPageDto })
  page(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Query() asked: ListArgumentsDto,
    @OptionalResident() reader: CurrentAccount | null,
  ): Promise<ArgumentPageDto> {
    return this.list.page(district, number, reader, asked);
  }

  @Post()
  @Requires('post-argument')
  @ApiOperation({ operationId: 'postArgument', summary: 'Adds an argument for or against.' })
  @ApiCreatedResponse({ type: ArgumentDto })
  async post(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Body() { side, body }: PostArgumentDto,
    @CurrentResident() author: CurrentAccount,
  ): Promise<ArgumentDto> {
    const districtId = await this.districts.idOf(district);
    const {
      id,
      authorName,
      postedAt,
      body: kept,
    } = await this.postArgument.execute({
      districtId,
      proposalNumber: number,
      author,
      side,
      body,
    });
    return { id, side, body: kept, authorName, postedAt: postedAt.toISOString() };
  }
}
