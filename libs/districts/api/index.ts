export { DistrictsModule } from './districts.module';
export { DistrictMaps } from './district-maps';
export { Districts, rulebookOf, rulesInForce, type KeptRules } from './districts';
export { FoundDistrict, type NewDistrict } from './found-district';
export { SetRules } from './set-rules';
export { DistrictEntity, NeighbourhoodEntity, RulebookEntity } from './entities';
export { NeighbourhoodDto, ProposalThemeDto, RoundSummaryDto } from './districts.dto';
export { toInstant } from './time-zone';
