import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ResidentId } from '@buurtstem/shared-domain';

/** Somebody who voted on paper, known by pseudonyms only. */
@Entity('paper_voter')
export class PaperVoterEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') accountId: ResidentId;
  /** Of the normalised name with the address. */
  @Column('bytea') personPseudonym: Buffer;
  /** Where the voter wrote an e-mail address: whoever signs in with it later finds these votes. */
  @Column('bytea', { nullable: true }) emailPseudonym: Buffer | null;
  @Column('text') sheet: string;
  @Column('uuid') enteredBy: ResidentId;
  @Column('timestamptz') enteredAt: Date;
}
