import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import {
  CASE_STATES,
  REASON_CODES,
  SUBJECT_KINDS,
  type CaseState,
  type ReasonCode,
  type SubjectKind,
} from '@buurtstem/discussion-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';

export class FileAppealDto {
  @ApiProperty({ minLength: TEXT_LENGTHS.appeal.min, maxLength: TEXT_LENGTHS.appeal.max })
  @IsString()
  @MaxLength(20_000)
  text: string;
}

export class MyDecisionDto {
  @ApiProperty() caseNumber: number;
  @ApiProperty({ enum: CASE_STATES, enumName: 'CaseState' }) state: CaseState;
  @ApiProperty({ enum: SUBJECT_KINDS, enumName: 'SubjectKind' }) subject: SubjectKind;
  @ApiProperty() isReply: boolean;
  @ApiProperty() proposalNumber: number;
  @ApiProperty({ description: 'Empty where the proposal is out of sight and somebody else’s.' })
  proposalTitle: string;
  @ApiProperty({ description: 'What the author wrote, as it stands now.' }) text: string;
  @ApiProperty({ enum: ['hide', 'redact'], enumName: 'UpheldVerdict' }) verdict: 'hide' | 'redact';
  @ApiProperty({ enum: REASON_CODES, enumName: 'ReasonCode' }) reason: ReasonCode;
  @ApiProperty({ description: 'Of the moderator who decided.' }) message: string;
  @ApiProperty({ format: 'date-time' }) decidedAt: string;
  @ApiProperty({ format: 'date-time', description: 'Until then an appeal can be made.' }) appealUntil: string;
  @ApiProperty() mayAppeal: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'The appeal, once made.' }) appeal: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of who restored it, or decided the appeal.' })
  finalMessage: string | null;
}

export class MyDecisionListDto {
  @ApiProperty({ type: [MyDecisionDto], description: 'Newest first.' }) items: MyDecisionDto[];
}
