import type { SecondFactorKind } from '@buurtstem/accounts-domain';
import type { ResidentId } from '@buurtstem/shared-domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An app with codes, or a passkey; counts from when it was confirmed. */
@Entity('second_factor')
export class SecondFactor {
  @PrimaryColumn('uuid')
  accountId: ResidentId;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: SecondFactorKind;

  @Column('text')
  label: string;

  /** The app's secret, encrypted; null for a passkey. */
  @Column('bytea', { nullable: true })
  secret: Buffer | null;

  @Column('bytea', { nullable: true })
  credentialId: Buffer | null;

  @Column('bytea', { nullable: true })
  publicKey: Buffer | null;

  /** How often the passkey said that it was used. PostgreSQL's bigint comes as text. */
  @Column('bigint')
  signCount: string;

  /** The number of the app's last code that was used. */
  @Column('bigint')
  lastStep: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  lastUsedAt: Date | null;
}
