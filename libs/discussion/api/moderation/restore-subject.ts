import { Injectable } from '@nestjs/common';
import type { ResidentId } from '@buurtstem/shared-domain';

/** Undoes a decision against a text without an appeal. */
@Injectable()
export class RestoreSubject {
  execute(_districtId: number, _number: number, _message: string, _moderatorId: ResidentId): Promise<void> {
    throw new Error('to be written');
  }
}
