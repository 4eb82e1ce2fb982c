import { Injectable } from '@nestjs/common';
import type { SimilarProposalDto } from './proposals.dto';

/** Finds public proposals that are like what somebody is writing. */
@Injectable()
export class FindSimilar {
  list(_slug: string, _text: string): Promise<SimilarProposalDto[]> {
    throw new Error('to be written');
  }
}
