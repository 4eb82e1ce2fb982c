import { Controller, Get, Header, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { printPaper, Public, WholeNumber, Shared } from '@buurtstem/platform-api';
import { ReadRounds } from '../read-rounds';
import { ReadReports, sha256Of } from './read-reports';
import { PrintReport } from './print-report';
import { CountReportListDto } from './reports.dto';

/** The reports of counts as files: what is published once is there for good. */
@ApiTags('voting')
@Controller('districts/:district/rounds/:round/reports')
export class ReportsController {
  constructor(
    private readonly reports: ReadReports,
    private readonly rounds: ReadRounds,
    private readonly print: PrintReport,
  ) {}

  @Get()
  @Public()
  @Shared()
  @ApiOperation({ operationId: 'listCountReports', summary: 'The reports of a round, newest first.' })
  @ApiOkResponse({ type: CountReportListDto })
  async list(
    @Param('district') district: string,
    @Param('round', WholeNumber) round: number,
  ): Promise<CountReportListDto> {
    return { items: await this.reports.list(district, round) };
  }

  @Get(':version')
  @Public()
  @Shared()
  @Header('Content-Type', 'application/json; charset=utf-8')
  @ApiOperation({
    operationId: 'getCountReport',
    summary: 'The text of a report as it was published, byte for byte; its SHA-256 is the ETag.',
  })
  @ApiProduces('application/json')
  @ApiOkResponse({ schema: { type: 'object' } })
  async text(
    @Param('district') district: string,
    @Param('round', WholeNumber) round: number,
    @Param('version', WholeNumber) version: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const document = await this.reports.document(district, round, version);
    response.setHeader('ETag', `"${sha256Of(document)}"`);
    return file(Buffer.from(document, 'utf8'), fileName(district, round, version, 'json'));
  }

  @Get(':version/pdf')
  @Public()
  @Header('Content-Type', 'application/pdf')
  @ApiOperation({
    operationId: 'printCountReport',
    summary: 'A report for paper, with the titles of plans as they stand now.',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(
    @Param('district') district: string,
    @Param('round', WholeNumber) round: number,
    @Param('version', WholeNumber) version: number,
  ): Promise<StreamableFile> {
    const count = await this.rounds.count(district, round, version);
    const bytes = await printPaper(await this.print.paperOf(district, count));
    return file(bytes, fileName(district, round, version, 'pdf'));
  }
}

function file(bytes: Buffer, name: string): StreamableFile {
  return new StreamableFile(bytes, {
    length: bytes.length,
    disposition: `attachment; filename="${name}"`,
  });
}

/** The district's slug was found, so it has no sign that a header could not take. */
function fileName(district: string, round: number, version: number, ending: string): string {
  return `verslag-${district}-ronde-${round}-versie-${version}.${ending}`;
}
