import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DEFAULT_RULEBOOK, type Rulebook } from '@buurtstem/districts-domain';
import { Gather, Prepared } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { DistrictEntity, NeighbourhoodEntity, ProposalThemeEntity, RulebookEntity } from './entities';

const inForce = (r: string): string => `${r}.effective_from <= clock_timestamp() and ${r}.version <= coalesce(
  (select rulebook_version from round where district_id = ${r}.district_id and state = 'open'), ${r}.version)`;

/** As they are kept. */
export type KeptRules = Pick<RulebookEntity, 'version' | 'settings'>;

/** The rules in force of a district as one value (`KeptRules`, or null), for who asks something else by the same statement. */
export const rulesInForce = (districtId: string): string => `
  (select json_build_object('version', r.version, 'settings', r.settings) from rulebook r
   where r.district_id = ${districtId} and ${inForce('r')} order by r.version desc limit 1)`;

/** A version that was written before a setting existed runs under its default. */
export function rulebookOf({ version, settings }: KeptRules): Rulebook {
  return { ...DEFAULT_RULEBOOK, ...settings, version };
}

/** Questions about districts, their neighbourhoods and their rules. */
@Injectable()
export class Districts {
  /** A slug never changes its district, so what was found once stays true. */
  private readonly ids = new Map<string, number>();
  /** A page asks for them with nearly all that it asks. */
  private readonly inForce = new Gather((ids: readonly number[]) => this.allInForce(ids));

  constructor(
    private readonly dataSource: DataSource,
    private readonly prepared: Prepared,
  ) {}

  async idOf(slug: string): Promise<number> {
    const known = this.ids.get(slug);
    if (known !== undefined) return known;
    const { id } = await this.bySlug(slug);
    this.ids.set(slug, id);
    return id;
  }

  async bySlug(slug: string): Promise<DistrictEntity> {
    const district = await this.dataSource.manager.findOneBy(DistrictEntity, { slug });
    if (!district) throw new Refusal('district-not-found');
    return district;
  }

  all(): Promise<DistrictEntity[]> {
    return this.dataSource.manager.find(DistrictEntity, { order: { id: 'asc' } });
  }

  neighbourhoods(districtId: number): Promise<NeighbourhoodEntity[]> {
    return this.prepared.find(NeighbourhoodEntity, 'neighbourhoods', 'where district_id = $1 order by name', [
      districtId,
    ]);
  }

  proposalThemes(districtId: number): Promise<ProposalThemeEntity[]> {
    return this.prepared.find(ProposalThemeEntity, 'themes', 'where district_id = $1 order by name', [
      districtId,
    ]);
  }

  /** The rules of the next round to open: the latest that have taken effect, whatever the open round runs under. */
  async nextRulebook(districtId: number, at: Date, em: EntityManager): Promise<Rulebook> {
    const [latest] = await em.query<{ version: number }[]>(
      `select version from rulebook where district_id = $1 and effective_from <= $2
       order by version desc limit 1`,
      [districtId, at],
    );
    if (!latest) throw new Refusal('rulebook-missing');
    return this.rulebook(districtId, latest.version, em);
  }

  /**
   * The rules in force now, or those of one version. A round is counted by the rules that it opened under, so those
   * are in force until it ends; what was set since holds from the next round on.
   */
  async rulebook(
    districtId: number,
    version?: number,
    em: EntityManager = this.dataSource.manager,
  ): Promise<Rulebook & { effectiveFrom: Date }> {
    const isOfNow = version === undefined && !em.queryRunner;
    const entity = isOfNow ? await this.inForce.ask(districtId) : await this.kept(districtId, version, em);
    if (!entity) throw new Refusal('rulebook-missing');
    return { ...rulebookOf(entity), effectiveFrom: entity.effectiveFrom };
  }

  private async kept(
    districtId: number,
    version: number | undefined,
    em: EntityManager,
  ): Promise<RulebookEntity | null> {
    const [name, which] =
      version === undefined ? ['rules in force', inForce('r')] : ['rules of a version', 'r.version = $2'];
    const [entity] = await this.prepared.find(
      RulebookEntity,
      name,
      `r where r.district_id = $1 and ${which} order by r.version desc limit 1`,
      version === undefined ? [districtId] : [districtId, version],
      em.queryRunner ? em : undefined,
    );
    return entity ?? null;
  }

  private async allInForce(districtIds: readonly number[]): Promise<(RulebookEntity | null)[]> {
    const rules = new Map<number, RulebookEntity | null>();
    for (const id of new Set(districtIds))
      rules.set(id, await this.kept(id, undefined, this.dataSource.manager));
    return districtIds.map((id) => rules.get(id) ?? null);
  }

  /** The rules in force now of every district that has some. */
  async rulebooks(em: EntityManager = this.dataSource.manager): Promise<Rulebook[]> {
    const entities = await this.prepared.find(
      RulebookEntity,
      'rules in force everywhere',
      `r where r.version = (select max(version) from rulebook r2 where r2.district_id = r.district_id and ${inForce('r2')})
       order by r.district_id`,
      [],
      em.queryRunner ? em : undefined,
    );
    return entities.map(rulebookOf);
  }
}
