import { Injectable } from '@nestjs/common';
import { Refusal } from '@buurtstem/shared-domain';
import type { PaperVoteCheckDto, PaperVoteDto, PaperVoteEntryDto } from './paper.dto';
@Injectable()
export class EnterPaperVotes {
  check(_districtId: number, _number: number, _votes: readonly PaperVoteDto[]): Promise<PaperVoteCheckDto[]> {
    throw new Refusal('temporarily-unavailable');
  }
  execute(_districtId: number, _number: number, _sheet: unknown): Promise<PaperVoteEntryDto[]> {
    throw new Refusal('temporarily-unavailable');
  }
}
