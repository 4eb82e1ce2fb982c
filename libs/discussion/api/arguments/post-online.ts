import { Injectable } from '@nestjs/common';
import type { CurrentAccount } from '@buurtstem/platform-api';

/** What a resident posts on the site: limited, then through the use case. */
@Injectable()
export class PostOnline {
  argument(_: {
    district: string;
    number: number;
    author: CurrentAccount;
    side: 'for' | 'against';
    body: string;
  }): Promise<string> {
    throw new Error('to be written');
  }

  reply(_: {
    district: string;
    number: number;
    author: CurrentAccount;
    argument: string;
    body: string;
  }): Promise<string> {
    throw new Error('to be written');
  }
}
