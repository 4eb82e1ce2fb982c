import { Injectable } from '@nestjs/common';

/** Path below the API that the identity provider sends browsers back to. */
export const BROKER_CALLBACK = 'identity/callback';

@Injectable()
export class Broker {}
