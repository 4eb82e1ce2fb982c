import type { ResidentId, Role } from '@buurtstem/shared-domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('staff_invitation')
export class StaffInvitation {
  @PrimaryColumn('integer')
  districtId: number;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  email: string;

  @Column('text')
  emailCanonical: string;

  @Column('text')
  role: Role;

  /** Null when the operator invited, at the command line. */
  @Column('uuid', { nullable: true })
  invitedBy: string | null;

  @Column('timestamptz')
  invitedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('uuid', { nullable: true })
  acceptedBy: ResidentId | null;

  @Column('timestamptz', { nullable: true })
  acceptedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
