import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LogAct, LogSubject, ReasonCode } from '@buurtstem/discussion-domain';

/** A line of the public log; only ever added to, and each one's hash covers the line before. */
@Entity('moderation_log')
export class LogLineEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('integer') position: number;
  @Column('timestamptz') at: Date;
  @Column('text') act: LogAct;
  @Column('text') subjectKind: LogSubject;
  @Column('integer') proposalNumber: number;
  @Column('integer', { nullable: true }) caseNumber: number | null;
  @Column('text') reason: ReasonCode | '';
  @Column('text') explanation: string;
  @Column('bytea') previousHash: Buffer;
  @Column('bytea') hash: Buffer;
}
