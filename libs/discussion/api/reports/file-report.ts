import { Injectable } from '@nestjs/common';
import type { CurrentAccount } from '@buurtstem/platform-api';
import type { FileReportDto, ReportFiledDto } from './reports.dto';

/** Files a report: opens a case, or joins the one that is open. */
@Injectable()
export class FileReport {
  execute(
    _: { district: string; number: number; reporter: CurrentAccount | null; network: string } & FileReportDto,
  ): Promise<ReportFiledDto> {
    throw new Error('to be written');
  }
}
