import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public, Shared } from '@buurtstem/platform-api';
import { DistrictMaps } from './district-maps';
import { DistrictDto, DistrictListDto, DistrictMapDto, RulebookDto } from './districts.dto';
import { ReadDistrict } from './read-district';

@ApiTags('districts')
@Controller('districts')
export class DistrictsController {
  constructor(
    private readonly read: ReadDistrict,
    private readonly maps: DistrictMaps,
  ) {}

  @Get()
  @Public()
  @Shared()
  @ApiOperation({ operationId: 'listDistricts', summary: 'The districts of this deployment.' })
  @ApiOkResponse({ type: DistrictListDto })
  list(): Promise<DistrictListDto> {
    return this.read.list();
  }

  @Get(':district')
  @Public()
  @Shared()
  @ApiOperation({
    operationId: 'getDistrict',
    summary: 'A district with its neighbourhoods and its open round.',
  })
  @ApiOkResponse({ type: DistrictDto })
  one(@Param('district') district: string): Promise<DistrictDto> {
    return this.read.one(district);
  }

  @Get(':district/map')
  @Public()
  @Shared()
  @ApiOperation({
    operationId: 'getDistrictMap',
    summary: 'The shapes of the district and its neighbourhoods.',
  })
  @ApiOkResponse({ type: DistrictMapDto })
  map(@Param('district') district: string): Promise<DistrictMapDto> {
    return this.maps.read(district);
  }

  @Get(':district/rulebook')
  @Public()
  @Shared()
  @ApiOperation({ operationId: 'getRulebook', summary: 'The rules in force.' })
  @ApiOkResponse({ type: RulebookDto })
  rulebook(@Param('district') district: string): Promise<RulebookDto> {
    return this.read.rulebook(district);
  }
}
