import { Injectable } from '@nestjs/common';
import type { CurrentAccount } from '@buurtstem/platform-api';
import type { LikeDto } from './arguments.dto';

/** Sets or takes back a like; both idempotent. */
@Injectable()
export class LikeArgument {
  execute(_: {
    district: string;
    number: number;
    argument: string;
    resident: CurrentAccount;
    wish: 'liked' | 'not-liked';
  }): Promise<LikeDto> {
    throw new Error('to be written');
  }
}
