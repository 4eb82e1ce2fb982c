import type { ProofMethod } from '@buurtstem/accounts-domain';
import type { ResidentId } from '@buurtstem/shared-domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('identity_proof')
export class IdentityProofEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') accountId: ResidentId;
  @PrimaryColumn('smallint') level: 1 | 2;
  @Column('text') method: ProofMethod;
  /** When the level was first reached: a vote is in time for a count by this. */
  @Column('timestamptz') provenAt: Date;
  /** The home, to be compared and not read; null where the method names none, and once the person is gone. */
  @Column('bytea', { nullable: true }) homePseudonym: Buffer | null;
}

@Entity('broker_subject')
export class BrokerSubjectEntity {
  @PrimaryColumn('text') issuer: string;
  @PrimaryColumn('bytea') subjectPseudonym: Buffer;
  @Column('uuid') accountId: ResidentId;
  @Column('timestamptz') linkedAt: Date;
}

@Entity('address')
export class AddressEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('text') postcode: string;
  @PrimaryColumn('integer') houseNumber: number;
  @Column('text') neighbourhoodSlug: string;
  @Column('timestamptz') importedAt: Date;
}

@Entity('letter_batch')
export class LetterBatchEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('uuid') id: string;
  @Column('text') label: string;
  @Column('integer') size: number;
  @Column('uuid') createdBy: ResidentId;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}

@Entity('letter_code')
export class LetterCodeEntity {
  @PrimaryColumn('integer') districtId: number;
  /** Keyed, so that the table tells nobody a code. */
  @PrimaryColumn('bytea') codeHash: Buffer;
  @Column('uuid') batchId: string;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
  @Column('uuid', { nullable: true }) usedBy: ResidentId | null;
}
