import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  CASE_ORIGINS,
  CASE_STATES,
  INTERESTS,
  REASON_CODES,
  SIGNAL_KINDS,
  SUBJECT_KINDS,
  URGENCIES,
  VERDICTS,
  type CaseOrigin,
  type CaseState,
  type Interest,
  type ReasonCode,
  type SignalKind,
  type SubjectKind,
  type Urgency,
  type Verdict,
} from '@buurtstem/discussion-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { SubjectDto } from '../reports/reports.dto';

const ABSURD = 20_000;

/** queue: open cases, most urgent and oldest first. appeals: what an author appealed. decided: newest first. */
const VIEWS = ['queue', 'appeals', 'decided'] as const;
export type CaseView = (typeof VIEWS)[number];

export class ListCasesDto {
  @ApiPropertyOptional({ enum: VIEWS, enumName: 'CaseView', default: 'queue' })
  @IsOptional()
  @IsIn(VIEWS)
  view: CaseView = 'queue';

  @ApiPropertyOptional({ enum: SUBJECT_KINDS, enumName: 'SubjectKind' })
  @IsOptional()
  @IsIn(SUBJECT_KINDS)
  subject?: SubjectKind;

  @ApiPropertyOptional({ enum: URGENCIES, enumName: 'Urgency' })
  @IsOptional()
  @IsIn(URGENCIES)
  urgency?: Urgency;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 20;

  @ApiPropertyOptional({ description: '`next` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(400)
  after?: string;
}

export class OpenCaseDto extends SubjectDto {
  @ApiProperty({ description: 'The proposal that it is, or stands under.' })
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  proposalNumber: number;
}

export class MarkSeenDto {
  @ApiProperty({ type: [Number], description: 'Cases that nobody reported; the others stay open.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(2_147_483_647, { each: true })
  cases: number[];
}

export class SeenDto {
  @ApiProperty({ description: 'How many were closed.' }) seen: number;
}

export class RedactionDto {
  @ApiPropertyOptional({ description: 'Of a proposal only.' })
  @IsOptional()
  @IsString()
  @MaxLength(ABSURD)
  title?: string;

  @ApiPropertyOptional({ description: 'Of a proposal only.' })
  @IsOptional()
  @IsString()
  @MaxLength(ABSURD)
  summary?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(ABSURD)
  body?: string;
}

export class DecideCaseDto {
  @ApiProperty({ enum: VERDICTS, enumName: 'Verdict' })
  @IsIn(VERDICTS)
  verdict: Verdict;

  @ApiPropertyOptional({
    enum: REASON_CODES,
    enumName: 'ReasonCode',
    description: 'Needed to hide and to redact.',
  })
  @IsOptional()
  @IsIn(REASON_CODES)
  reason?: ReasonCode;

  @ApiPropertyOptional({
    minLength: TEXT_LENGTHS.message.min,
    maxLength: TEXT_LENGTHS.message.max,
    description:
      'To the author. Needed to hide and to redact; with some reasons it stands in the public log too.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(ABSURD)
  message?: string;

  @ApiPropertyOptional({
    type: RedactionDto,
    description: 'With `redact`: the texts, with `[weggehaald]` in the place of what goes.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => RedactionDto)
  redaction?: RedactionDto;
}

export class DecideAppealDto {
  @ApiProperty({ enum: ['confirm', 'overturn'], enumName: 'AppealVerdict' })
  @IsIn(['confirm', 'overturn'])
  verdict: 'confirm' | 'overturn';

  @ApiProperty({ minLength: TEXT_LENGTHS.message.min, maxLength: TEXT_LENGTHS.message.max })
  @IsString()
  @MaxLength(ABSURD)
  message: string;
}

export class RestoreDto {
  @ApiProperty({ minLength: TEXT_LENGTHS.message.min, maxLength: TEXT_LENGTHS.message.max })
  @IsString()
  @MaxLength(ABSURD)
  message: string;
}

export class CaseProposalDto {
  @ApiProperty() number: number;
  @ApiProperty() title: string;
}

export class ClaimDto {
  @ApiProperty({ description: 'Empty where who has it in hand has left.' }) by: string;
  @ApiProperty({ description: 'Whether the reader has it in hand.' }) mine: boolean;
  @ApiProperty({ format: 'date-time' }) until: string;
}

export class CaseSummaryDto {
  @ApiProperty() number: number;
  @ApiProperty({ enum: CASE_STATES, enumName: 'CaseState' }) state: CaseState;
  @ApiProperty({ enum: SUBJECT_KINDS, enumName: 'SubjectKind' }) subject: SubjectKind;
  @ApiProperty({ description: 'Whether the argument stands under another one.' }) isReply: boolean;
  @ApiProperty({ enum: CASE_ORIGINS, enumName: 'CaseOrigin' }) origin: CaseOrigin;
  @ApiProperty({ enum: URGENCIES, enumName: 'Urgency' }) urgency: Urgency;
  @ApiProperty({ type: CaseProposalDto }) proposal: CaseProposalDto;
  @ApiProperty({ description: 'The beginning of the text, or the description of the picture.' })
  excerpt: string;
  @ApiProperty() reports: number;
  @ApiProperty({
    enum: REASON_CODES,
    enumName: 'ReasonCode',
    isArray: true,
    description: 'What was reported, the most frequent first.',
  })
  reasons: ReasonCode[];
  @ApiProperty({ enum: SIGNAL_KINDS, enumName: 'SignalKind', isArray: true, description: 'Hints.' })
  signals: SignalKind[];
  @ApiProperty({ format: 'date-time' }) openedAt: string;
  @ApiProperty({ description: 'Whole days that it has been waiting.' }) ageDays: number;
  @ApiProperty({ description: 'Whether it waits longer than it may.' }) overdue: boolean;
  @ApiProperty({ type: ClaimDto, nullable: true }) claim: ClaimDto | null;
  @ApiProperty({
    enum: INTERESTS,
    enumName: 'Interest',
    nullable: true,
    description: 'Why the reader may not decide it.',
  })
  interest: Interest | null;
}

export class CasePageDto {
  @ApiProperty({ type: [CaseSummaryDto] }) items: CaseSummaryDto[];
  @ApiProperty({ description: 'Of this view, with its filters.' }) total: number;
  @ApiProperty({ description: 'Open cases of the district.' }) open: number;
  @ApiProperty({ description: 'Open cases that wait longer than they may.' }) overdue: number;
  @ApiProperty({ description: 'Appeals that wait.' }) appeals: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Of the open ones.' })
  oldestOpenedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class TextSignalDto {
  @ApiProperty({ enum: SIGNAL_KINDS, enumName: 'SignalKind' }) kind: SignalKind;
  @ApiProperty({
    description: 'What triggered it, as it stands in the text; or a number for what is counted.',
  })
  match: string;
  @ApiProperty({ enum: ['title', 'summary', 'body', 'author'], enumName: 'SignalPlace' })
  place: 'title' | 'summary' | 'body' | 'author';
}

export class ReportSummaryDto {
  @ApiProperty({ enum: REASON_CODES, enumName: 'ReasonCode' }) reason: ReasonCode;
  @ApiProperty() note: string;
  @ApiProperty({ description: 'Whether somebody who is signed in reported it.' }) byResident: boolean;
  @ApiProperty({ format: 'date-time' }) reportedAt: string;
}

export class ModerationDecisionDto {
  @ApiProperty({ enum: ['hide', 'redact', 'keep', 'confirm', 'overturn'], enumName: 'DecisionVerdict' })
  verdict: Verdict | 'confirm' | 'overturn';
  @ApiProperty({ enum: REASON_CODES, enumName: 'ReasonCode', nullable: true }) reason: ReasonCode | null;
  @ApiProperty() message: string;
  @ApiProperty({ description: 'Empty where who decided has left.' }) decidedBy: string;
  @ApiProperty({ format: 'date-time' }) decidedAt: string;
}

export class AppealDto {
  @ApiProperty() text: string;
  @ApiProperty({ format: 'date-time' }) filedAt: string;
}

export class CaseTextDto {
  @ApiProperty({ description: 'Of a proposal; else empty.' }) title: string;
  @ApiProperty({ description: 'Of a proposal; else empty.' }) summary: string;
  @ApiProperty({ description: 'Text of the proposal or argument, or the description of the picture.' })
  body: string;
}

export class CaseMergeDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: CaseProposalDto }) target: CaseProposalDto;
  @ApiProperty() duplicateAgreed: boolean;
  @ApiProperty() targetAgreed: boolean;
}

export class ModerationCaseDto extends CaseSummaryDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Of an argument or picture.' })
  subjectId: string | null;
  @ApiProperty({ type: CaseTextDto, description: 'As it stands now.' }) text: CaseTextDto;
  @ApiProperty({
    type: CaseTextDto,
    nullable: true,
    description: 'What it said before something was taken out; while there can be an appeal.',
  })
  original: CaseTextDto | null;
  @ApiProperty({ type: String, nullable: true, description: 'Where the picture is.' }) pictureUrl:
    string | null;
  @ApiProperty({ enum: ['for', 'against'], enumName: 'Choice', nullable: true }) side:
    'for' | 'against' | null;
  @ApiProperty() authorName: string;
  @ApiProperty({ format: 'date-time' }) writtenAt: string;
  @ApiProperty({ description: 'Decisions against texts of this author before.' }) earlierDecisions: number;
  @ApiProperty({ type: [TextSignalDto] }) hints: TextSignalDto[];
  @ApiProperty({ type: [ReportSummaryDto], description: 'Newest first.' }) filed: ReportSummaryDto[];
  @ApiProperty({ type: [ModerationDecisionDto], description: 'Oldest first.' })
  decisions: ModerationDecisionDto[];
  @ApiProperty({ type: AppealDto, nullable: true }) appeal: AppealDto | null;
  @ApiProperty({ description: 'Whether the reader decided first, and so may not decide the appeal.' })
  decidedFirst: boolean;
  @ApiProperty({ type: CaseMergeDto, nullable: true, description: 'A request to merge that is under way.' })
  merge: CaseMergeDto | null;
}
