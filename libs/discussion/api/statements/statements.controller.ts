import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CurrentResident,
  OptionalResident,
  Public,
  Requires,
  type CurrentAccount,
  WholeNumber,
  Shared,
} from '@buurtstem/platform-api';
import { PublishStatement } from './publish-statement';
import { ReadStatements } from './read-statements';
import { PublishStatementDto, StatementDto, StatementListDto } from './statements.dto';

@ApiTags('discussion')
@Controller('districts/:district/proposals/:number/statements')
export class StatementsController {
  constructor(
    private readonly read: ReadStatements,
    private readonly publication: PublishStatement,
  ) {}

  @Get()
  @Public()
  @Shared()
  @ApiOperation({
    operationId: 'listStatements',
    summary: 'What moderators and committee members say of a proposal.',
  })
  @ApiOkResponse({ type: StatementListDto })
  async list(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @OptionalResident() reader: CurrentAccount | null,
  ): Promise<StatementListDto> {
    return { items: await this.read.list(district, number, reader) };
  }

  @Post()
  @Requires('publish-statement')
  @ApiOperation({
    operationId: 'publishStatement',
    summary: 'Adds a statement, under the name and role of who publishes it.',
  })
  @ApiCreatedResponse({ type: StatementDto })
  publishStatement(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Body() { body }: PublishStatementDto,
    @CurrentResident() author: CurrentAccount,
  ): Promise<StatementDto> {
    return this.publication.execute({ district, number, author, body });
  }
}
