import type { EntityManager } from 'typeorm';
import type { ProposalEntity } from './entities';

/**
 * Port: somebody should look at a text that is new, or not what they looked at any more. The discussion room puts it
 * before the moderators, in the same transaction; the proposals room need not know how.
 */
export abstract class ProposalWatch {
  abstract look(em: EntityManager, proposal: ProposalEntity, why: 'new' | 'edit', at: Date): Promise<void>;
}
