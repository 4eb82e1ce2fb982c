import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, MaxLength, Min } from 'class-validator';
import {
  ACCESSIBILITY_STATUSES,
  AUDIT_URL_LENGTH,
  CONTACT_LENGTH,
  PAGE_LENGTHS,
  PAGE_STATES,
  type AccessibilityStatus,
  type PageState,
} from '@buurtstem/pages-domain';

const VERSION_STATES = [...PAGE_STATES, 'removed'] as const;
const TEXT =
  'Plain text. An empty line ends a paragraph; `## ` begins a heading, `- ` an item; links are `https://…` or `[words](https://… or /page)`.';

export class PageSummaryDto {
  @ApiProperty({ example: 'toegankelijkheid' }) slug: string;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'Empty where the page has no English.' }) titleEn: string;
  @ApiProperty({ description: 'Whether every district has this page.' }) isStandard: boolean;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When its text was changed last; null for a standard text.',
  })
  changedAt: string | null;
}

export class PageListDto {
  @ApiProperty({
    type: [PageSummaryDto],
    description: 'The district’s own by title, then the standard ones.',
  })
  items: PageSummaryDto[];
}

export class AccessibilityDto {
  @ApiProperty({
    enum: ACCESSIBILITY_STATUSES,
    enumName: 'AccessibilityStatus',
    description: 'As in the Dutch register of accessibility statements.',
  })
  status: AccessibilityStatus;
  @ApiProperty({ description: 'E-mail address to write to; empty where there is none.' }) contact: string;
  @ApiProperty({ description: 'Where the report of the examination is; empty where there is none.' })
  auditUrl: string;
  @ApiProperty({ description: '0 where the district has not said anything yet.' }) version: number;
}

export class SitePageDto extends PageSummaryDto {
  @ApiProperty({ description: TEXT }) body: string;
  @ApiProperty({ description: 'Empty where the page has no English.' }) bodyEn: string;
  @ApiProperty({
    type: AccessibilityDto,
    nullable: true,
    description: 'Of the accessibility statement only.',
  })
  accessibility: AccessibilityDto | null;
}

export class PageVersionDto {
  @ApiProperty() version: number;
  @ApiProperty({ enum: VERSION_STATES, enumName: 'PageVersionState' }) state: PageState | 'removed';
  @ApiProperty() title: string;
  @ApiProperty({ description: 'The name as it was.' }) actorName: string;
  @ApiProperty({ format: 'date-time' }) writtenAt: string;
}

export class DeskPageSummaryDto extends PageSummaryDto {
  @ApiProperty({
    enum: PAGE_STATES,
    enumName: 'PageState',
    nullable: true,
    description: 'Null for a standard page that nobody changed.',
  })
  state: PageState | null;
  @ApiProperty({ description: '0 for a standard page that nobody changed.' }) version: number;
}

export class DeskPageListDto {
  @ApiProperty({ type: [DeskPageSummaryDto] }) items: DeskPageSummaryDto[];
  @ApiProperty({ type: AccessibilityDto }) accessibility: AccessibilityDto;
}

export class DeskPageDto extends DeskPageSummaryDto {
  @ApiProperty({ description: TEXT }) body: string;
  @ApiProperty() bodyEn: string;
  @ApiProperty({
    type: AccessibilityDto,
    nullable: true,
    description: 'Of the accessibility statement only.',
  })
  accessibility: AccessibilityDto | null;
  @ApiProperty({ type: [PageVersionDto], description: 'Newest first.' }) history: PageVersionDto[];
}

export class WritePageDto {
  @ApiProperty({ description: 'The version that was read; 0 for a page that is not there yet.' })
  @IsInt()
  @Min(0)
  version: number;

  @ApiProperty({ minLength: PAGE_LENGTHS.title.min, maxLength: PAGE_LENGTHS.title.max })
  @IsString()
  @MaxLength(1000)
  title: string;

  @ApiProperty({ minLength: PAGE_LENGTHS.body.min, maxLength: PAGE_LENGTHS.body.max, description: TEXT })
  @IsString()
  @MaxLength(40_000)
  body: string;

  @ApiProperty({ maxLength: PAGE_LENGTHS.title.max, description: 'Empty where the page has no English.' })
  @IsString()
  @MaxLength(1000)
  titleEn: string;

  @ApiProperty({ maxLength: PAGE_LENGTHS.body.max, description: 'Empty where the page has no English.' })
  @IsString()
  @MaxLength(40_000)
  bodyEn: string;
}

export class MovePageDto {
  @ApiProperty({ description: 'The version that was read.' })
  @IsInt()
  @Min(1)
  version: number;
}

export class SetAccessibilityDto {
  @ApiProperty({ enum: ACCESSIBILITY_STATUSES, enumName: 'AccessibilityStatus' })
  @IsIn(ACCESSIBILITY_STATUSES)
  status: AccessibilityStatus;

  @ApiProperty({ maxLength: CONTACT_LENGTH.max, description: 'E-mail address; may be empty.' })
  @IsString()
  @MaxLength(1000)
  contact: string;

  @ApiProperty({ maxLength: AUDIT_URL_LENGTH.max, description: 'Needed for status A and B.' })
  @IsString()
  @MaxLength(AUDIT_URL_LENGTH.max)
  auditUrl: string;

  @ApiProperty({ description: 'The version that was read.' })
  @IsInt()
  @Min(0)
  version: number;
}
