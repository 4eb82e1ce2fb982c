import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DistrictsModule } from '@buurtstem/districts-api';
import { ProposalsModule, WhatBecameOfIt } from '@buurtstem/proposals-api';
import { Promotion } from '@buurtstem/voting-api';
import { AgendaController } from './agenda.controller';
import * as entities from './entities';
import { PlanMeeting } from './plan-meeting';
import { PromoteWinner } from './promote-winner';
import { ReadAgenda } from './read-agenda';
import { RecordOutcome } from './record-outcome';

/** Global, since it answers the ports of the rooms below it, which may not know it. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities)), DistrictsModule, ProposalsModule],
  controllers: [AgendaController],
  providers: [
    PlanMeeting,
    ReadAgenda,
    RecordOutcome,
    { provide: Promotion, useClass: PromoteWinner },
    { provide: WhatBecameOfIt, useExisting: ReadAgenda },
  ],
  exports: [PlanMeeting, ReadAgenda, RecordOutcome, Promotion, WhatBecameOfIt],
})
export class AgendaModule {}
