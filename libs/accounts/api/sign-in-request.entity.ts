import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The code, the token and the cookie are kept as hashes: who reads this table can sign in nowhere. */
@Entity('sign_in_request')
export class SignInRequest {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  email: string;

  @Column('text')
  emailCanonical: string;

  @Column('bytea')
  codeHash: Buffer;

  @Column('bytea')
  tokenHash: Buffer;

  @Column('bytea')
  browserHash: Buffer;

  @Column('smallint')
  attemptsLeft: number;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
