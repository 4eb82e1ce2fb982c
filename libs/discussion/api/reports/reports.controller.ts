import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Network, OptionalResident, Public, type CurrentAccount, WholeNumber } from '@buurtstem/platform-api';
import { FileReport } from './file-report';
import { FileReportDto, ReportFiledDto } from './reports.dto';

@ApiTags('discussion')
@Controller('districts/:district/proposals/:number/reports')
export class ReportsController {
  constructor(private readonly fileReport: FileReport) {}

  @Post()
  @Public()
  @ApiOperation({
    operationId: 'fileReport',
    summary:
      'Asks the moderators to look at a proposal, argument, reply or picture. It hides nothing by itself.',
  })
  @ApiCreatedResponse({ type: ReportFiledDto })
  file(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Body() report: FileReportDto,
    @OptionalResident() reporter: CurrentAccount | null,
    @Network() network: string,
  ): Promise<ReportFiledDto> {
    return this.fileReport.execute({ district, number, reporter, network, ...report });
  }
}
