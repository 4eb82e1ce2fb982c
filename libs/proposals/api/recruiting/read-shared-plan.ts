import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import { Clock } from '@buurtstem/platform-api';
import { isOpen, type ProposalAddress } from '@buurtstem/proposals-domain';
import { ReadProposal } from '../read-proposal';
import { standingJoin } from '../proposal-rows';

/** What a proposal shows of itself outside its own page: on a card, on paper, on another site. */
export interface SharedPlan {
  readonly district: { readonly slug: string; readonly name: string; readonly theme: string };
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly neighbourhood: string | null;
  readonly isOpen: boolean;
  readonly votesFor: number;
  readonly threshold: number;
  /** The count date up to which one can vote; null where nobody can. */
  readonly closesAt: Date | null;
  readonly now: Date;
  /** The first one that anybody may see; null where there is none. */
  readonly photo: SharedPhoto | null;
}

export interface SharedPhoto {
  /** Names its content for ever. */
  readonly path: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

interface Row {
  neighbourhood: string | null;
  votes_for: number;
  closes_at: Date | null;
  photo: SharedPhoto | null;
}

/** Reads it as a stranger does: what is out of sight does not exist here either, for nobody. */
@Injectable()
export class ReadSharedPlan {
  constructor(
    private readonly dataSource: DataSource,
    private readonly districts: Districts,
    private readonly proposals: ReadProposal,
    private readonly clock: Clock,
  ) {}

  async one({ district: slug, number }: ProposalAddress): Promise<SharedPlan> {
    const proposal = await this.proposals.visible(slug, number, null);
    const { districtId, title, summary } = proposal;
    const rules = await this.districts.rulebook(districtId);
    const [district, now, [row]] = await Promise.all([
      this.districts.bySlug(slug),
      this.clock.now(this.dataSource.manager),
      this.dataSource.query<Row[]>(
        `select n.name as neighbourhood, coalesce(s.votes_for, 0) as votes_for,
           (select closes_at from round where district_id = $1 and state = 'open') as closes_at,
           (select jsonb_build_object('path', f.path, 'alt', f.alt, 'width', f.width, 'height', f.height)
            from public_picture f where f.district_id = p.district_id and f.proposal_id = p.id
            order by f.position limit 1) as photo
         from proposal p
         ${standingJoin('$1', '$2')}
         left join neighbourhood n on n.district_id = p.district_id and n.slug = p.neighbourhood_slug
         where p.district_id = $1 and p.id = $3`,
        [districtId, rules.identityLevel, proposal.id],
      ),
    ]);
    const { name, theme } = district;
    return {
      district: { slug, name, theme },
      number,
      title,
      summary,
      neighbourhood: row?.neighbourhood ?? null,
      isOpen: isOpen(proposal),
      votesFor: row?.votes_for ?? 0,
      threshold: rules.threshold,
      closesAt: isOpen(proposal) ? (row?.closes_at ?? null) : null,
      now,
      photo: row?.photo ?? null,
    };
  }
}
