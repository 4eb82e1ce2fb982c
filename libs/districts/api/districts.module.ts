import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DistrictMaps } from './district-maps';
import { Districts } from './districts';
import { DistrictsController } from './districts.controller';
import {
  DistrictEntity,
  DistrictMapEntity,
  NeighbourhoodEntity,
  ProposalThemeEntity,
  RulebookEntity,
} from './entities';
import { FoundDistrict } from './found-district';
import { ReadDistrict } from './read-district';
import { SetRules } from './set-rules';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      DistrictMapEntity,
      DistrictEntity,
      NeighbourhoodEntity,
      ProposalThemeEntity,
      RulebookEntity,
    ]),
  ],
  controllers: [DistrictsController],
  providers: [DistrictMaps, Districts, FoundDistrict, ReadDistrict, SetRules],
  exports: [DistrictMaps, Districts, FoundDistrict, SetRules],
})
export class DistrictsModule {}
