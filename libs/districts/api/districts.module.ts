import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Districts } from './districts';
import { DistrictsController } from './districts.controller';
import { DistrictEntity, NeighbourhoodEntity, ProposalThemeEntity, RulebookEntity } from './entities';
import { FoundDistrict } from './found-district';
import { ReadDistrict } from './read-district';
import { SetRules } from './set-rules';

@Module({
  imports: [
    TypeOrmModule.forFeature([DistrictEntity, NeighbourhoodEntity, ProposalThemeEntity, RulebookEntity]),
  ],
  controllers: [DistrictsController],
  providers: [Districts, FoundDistrict, ReadDistrict, SetRules],
  exports: [Districts, FoundDistrict, SetRules],
})
export class DistrictsModule {}
