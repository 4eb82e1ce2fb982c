import { ApiProperty } from '@nestjs/swagger';

export class CountReportSummaryDto {
  @ApiProperty({ description: '1 is the count; a recount is the next.' }) version: number;
  @ApiProperty({ description: 'Counts the district’s reports from 1, recounts among them.' })
  reportNumber: number;
  @ApiProperty({ format: 'date-time' }) countedAt: string;
  @ApiProperty({ description: 'Why it was counted again; empty for the first count.' }) reason: string;
  @ApiProperty({ description: 'Of the report’s text, byte for byte, in hexadecimal.' }) sha256: string;
}

export class CountReportListDto {
  @ApiProperty({ type: [CountReportSummaryDto], description: 'Newest first.' })
  items: CountReportSummaryDto[];
}
