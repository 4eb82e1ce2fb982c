import { Injectable } from '@nestjs/common';
import type { ResidentId } from '@buurtstem/shared-domain';

/** An author asks another moderator to look again. */
@Injectable()
export class FileAppeal {
  execute(_districtId: number, _number: number, _text: string, _authorId: ResidentId): Promise<void> {
    throw new Error('to be written');
  }
}
