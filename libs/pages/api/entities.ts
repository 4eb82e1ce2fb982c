import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AccessibilityStatus, PageState } from '@buurtstem/pages-domain';

/** A page as it is now. */
@Entity('page')
export class PageEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('text') slug: string;
  @Column('text') state: PageState;
  @Column('integer') version: number;
  @Column('text') title: string;
  @Column('text') body: string;
  @Column('text') titleEn: string;
  @Column('text') bodyEn: string;
  @Column('timestamptz') changedAt: Date;
}

/** What a page was after each change, and who made it. */
@Entity('page_version')
export class PageVersionEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('text') slug: string;
  @PrimaryColumn('integer') version: number;
  @Column('text') state: PageState | 'removed';
  @Column('text') title: string;
  @Column('text') body: string;
  @Column('text') titleEn: string;
  @Column('text') bodyEn: string;
  @Column('uuid', { nullable: true }) actorId: string | null;
  @Column('text') actorName: string;
  @Column('timestamptz') writtenAt: Date;
}

@Entity('accessibility_claim')
export class AccessibilityClaimEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('integer') version: number;
  @Column('text') status: AccessibilityStatus;
  @Column('text') contact: string;
  @Column('text') auditUrl: string;
  @Column('uuid', { nullable: true }) actorId: string | null;
  @Column('text') actorName: string;
  @Column('timestamptz') claimedAt: Date;
}
