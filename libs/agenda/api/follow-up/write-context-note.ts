import type { CurrentAccount } from '@buurtstem/platform-api';
import { Injectable } from '@nestjs/common';

@Injectable()
export class WriteContextNote {
  execute(_districtId: number, _itemId: string, _text: string, _author: CurrentAccount): Promise<void> {
    throw new Error('to be written');
  }
}
