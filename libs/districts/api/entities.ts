import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Area, RulebookSettings } from '@buurtstem/districts-domain';

@Entity('district')
export class DistrictEntity {
  @PrimaryColumn('integer') id: number;
  @Column('text') slug: string;
  @Column('text') name: string;
  @Column('text') municipality: string;
  @Column('text') theme: string;
  @Column('integer') lastProposalNumber: number;
  @Column('timestamptz') createdAt: Date;
}

@Entity('neighbourhood')
export class NeighbourhoodEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('text') slug: string;
  @Column('text') name: string;
}

/** What plans can be about, as the district divides it. */
@Entity('proposal_theme')
export class ProposalThemeEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('text') slug: string;
  @Column('text') name: string;
}

@Entity('district_map')
export class DistrictMapEntity {
  @PrimaryColumn('integer') districtId: number;
  @Column('jsonb') areas: readonly Area[];
  @Column('timestamptz') importedAt: Date;
}

@Entity('rulebook')
export class RulebookEntity {
  @PrimaryColumn('integer') districtId: number;
  @PrimaryColumn('integer') version: number;
  @Column('jsonb') settings: RulebookSettings;
  @Column('timestamptz') effectiveFrom: Date;
}
