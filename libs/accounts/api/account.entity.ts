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

  /** Which of the people who share the address; 1 is the first. */
  @Column('smallint')
  householdPosition: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  lastSeenAt: Date;

  /** Since when the person is gone; what is left names nobody. */
  @Column('timestamptz', { nullable: true })
  erasedAt: Date | null;
}
