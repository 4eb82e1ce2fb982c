import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DistrictsModule } from '@buurtstem/districts-api';
import { AddressTableController } from './address-table.controller';
import { AddressTables } from './address-tables';
import { Broker } from './broker';
import { BrokerController } from './broker.controller';
import { BrokerLogin } from './broker-login';
import { CreateLetterBatch } from './create-letter-batch';
import { Eligibility } from './eligibility';
import {
  AddressEntity,
  BrokerSubjectEntity,
  IdentityProofEntity,
  LetterBatchEntity,
  LetterCodeEntity,
} from './entities';
import { IdentityController } from './identity.controller';
import { IdentityData } from './identity-data';
import { IdentityLevels } from './identity-levels';
import { ImportAddresses } from './import-addresses';
import { ImportProofs } from './import-proofs';
import { LetterBatches } from './letter-batches';
import { LetterBatchesController } from './letter-batches.controller';
import { LetterCodes } from './letter-codes';
import { LinkIdentity } from './link-identity';
import { Proofs } from './proofs';
import { ProveAddress } from './prove-address';
import { ReadMyIdentity } from './read-my-identity';
import { RevokeLetterBatch } from './revoke-letter-batch';
import { UseLetterCode } from './use-letter-code';

const ENTITIES = [
  AddressEntity,
  BrokerSubjectEntity,
  IdentityProofEntity,
  LetterBatchEntity,
  LetterCodeEntity,
];
const PUBLIC = [CreateLetterBatch, Eligibility, IdentityLevels, ImportAddresses, ImportProofs, Proofs];

/** How residents show, in a district, who they are: an address, a letter, an identity provider. */
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), DistrictsModule],
  controllers: [IdentityController, BrokerController, AddressTableController, LetterBatchesController],
  providers: [
    ...PUBLIC,
    AddressTables,
    Broker,
    BrokerLogin,
    IdentityData,
    LetterBatches,
    LetterCodes,
    LinkIdentity,
    ProveAddress,
    ReadMyIdentity,
    RevokeLetterBatch,
    UseLetterCode,
  ],
  exports: PUBLIC,
})
export class IdentityModule {}
