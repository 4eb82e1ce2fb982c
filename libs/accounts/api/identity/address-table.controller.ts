import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import { Requires } from '@buurtstem/platform-api';
import { AddressTables } from './address-tables';
import { AddressTableDto } from './identity.dto';
import { ImportAddresses } from './import-addresses';

@ApiTags('identity')
@Controller('districts/:district/addresses')
export class AddressTableController {
  constructor(
    private readonly districts: Districts,
    private readonly tables: AddressTables,
    private readonly importTable: ImportAddresses,
  ) {}

  @Get()
  @Requires('import-addresses')
  @ApiOperation({
    operationId: 'getAddressTable',
    summary: 'How many addresses the district has, and since when.',
  })
  @ApiOkResponse({ type: AddressTableDto })
  async getAddressTable(@Param('district') district: string): Promise<AddressTableDto> {
    return this.tables.summary(await this.districts.idOf(district));
  }

  @Put()
  @Requires('import-addresses')
  @ApiOperation({
    operationId: 'importAddresses',
    summary: 'Replaces the address table, as a whole or not at all.',
    description:
      'One address a line: postcode;house number;neighbourhood (by name or slug). A problem names each mistake by its line.',
  })
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' } })
  @ApiOkResponse({ type: AddressTableDto })
  async importAddresses(@Param('district') district: string, @Body() csv: unknown): Promise<AddressTableDto> {
    const districtId = await this.districts.idOf(district);
    // Without a body at all there is nothing to parse, and the parser leaves no text.
    await this.importTable.execute(districtId, typeof csv === 'string' ? csv : '');
    return this.tables.summary(districtId);
  }
}
