import { Injectable } from '@nestjs/common';
import { DistrictMaps } from '@buurtstem/districts-api';
import { Clock, Transaction, type CurrentAccount } from '@buurtstem/platform-api';
import { draftRefusals, isPublic, mayEdit, textRefusals } from '@buurtstem/proposals-domain';
import { Refusal } from '@buurtstem/shared-domain';
import { ProposalEntity } from './entities';
import { ProposalWatch } from './proposal-watch';
import { Proposals } from './proposals';
import { refuseTexts, refuseUnknown } from './submit-proposal';
import type { EditProposalDto } from './write-proposal.dto';

/** Changes the text of one's own proposal, until the first vote or argument. */
@Injectable()
export class EditProposal {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly proposals: Proposals,
    private readonly watch: ProposalWatch,
    private readonly maps: DistrictMaps,
  ) {}

  execute(districtId: number, number: number, editor: CurrentAccount, edit: EditProposalDto): Promise<void> {
    return this.transaction.run(async (em) => {
      const proposal = await this.proposals.lockOwn(em, districtId, number, editor.id);
      const allowed = mayEdit(proposal, editor.id, await this.proposals.voicesHeard(em, proposal));
      if (!allowed.ok) throw new Refusal(allowed.refusal);
      if (proposal.version !== edit.version) throw new Refusal('version-conflict');
      const title = (edit.title ?? proposal.title).trim();
      const summary = (edit.summary ?? proposal.summary).trim();
      const body = (edit.body ?? proposal.body).trim();
      const neighbourhoodSlug =
        edit.neighbourhood === undefined ? proposal.neighbourhoodSlug : edit.neighbourhood;
      const themeSlug = edit.theme === undefined ? proposal.themeSlug : edit.theme;
      const { latitude, longitude } =
        edit.place === undefined ? proposal : (edit.place ?? { latitude: null, longitude: null });
      const isDraft = proposal.state === 'draft';
      refuseTexts((isDraft ? draftRefusals : textRefusals)({ title, summary, body }));
      await refuseUnknown(em, districtId, 'neighbourhood', neighbourhoodSlug);
      await refuseUnknown(em, districtId, 'theme', themeSlug);
      if (edit.place) await this.maps.refuseOutside(em, districtId, edit.place);
      const changed = {
        latitude,
        longitude,
        title,
        summary,
        body,
        neighbourhoodSlug,
        themeSlug,
        kind: edit.kind ?? proposal.kind,
        // A draft bears the name that its writer has now; what others read keeps its own.
        submitterName: isDraft ? (editor.displayName ?? '') : proposal.submitterName,
      };
      const updatedAt = await this.clock.now(em);
      await em.update(
        ProposalEntity,
        { districtId, id: proposal.id },
        { ...changed, updatedAt, version: proposal.version + 1 },
      );
      if (isPublic(proposal)) await this.watch.look(em, proposal, 'edit', updatedAt);
    });
  }
}
