import type { ResidentId } from '@buurtstem/shared-domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('account')
export class Account {
  @PrimaryColumn('uuid')
  id: ResidentId;

  /** Where mail goes. */
  @Column('text')
  email: string;

  /** The one form of all spellings of the address: one account each. */
  @Column('text')
  emailCanonical: string;

  @Column('text', { nullable: true })
  displayName: string | null;

  @Column('smallint')
  identityLevel: 0 | 1 | 2;

  @Column('timestamptz')
  identityLevelSince: Date;

  @Column('timestamptz')
  createdAt: Date;
}
