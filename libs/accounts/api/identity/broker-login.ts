import { Injectable } from '@nestjs/common';
import { Config, type CurrentAccount } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import type { Request } from 'express';

export interface BrokerStart {
  readonly districtId: number;
  readonly returnTo: string;
  readonly accountId: ResidentId;
}

@Injectable()
export class BrokerLogin {
  constructor(private readonly config: Config) {}

  async start(_start: BrokerStart, _request: Request): Promise<string> {
    throw new Refusal('broker-not-configured');
  }

  async finish(_resident: CurrentAccount | null, _request: Request): Promise<string> {
    throw new Refusal('broker-not-configured');
  }
}
