import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import { CurrentResident, Network, Requires, type CurrentAccount } from '@buurtstem/platform-api';
import { MyIdentityDto, ProveAddressDto, UseLetterCodeDto } from './identity.dto';
import { ProveAddress } from './prove-address';
import { ReadMyIdentity } from './read-my-identity';
import { UseLetterCode } from './use-letter-code';

@ApiTags('identity')
@Controller('districts/:district')
export class IdentityController {
  constructor(
    private readonly districts: Districts,
    private readonly read: ReadMyIdentity,
    private readonly proveAddress: ProveAddress,
    private readonly useLetterCode: UseLetterCode,
  ) {}

  @Get('my-identity')
  @Requires('prove-identity')
  @ApiOperation({
    operationId: 'getMyIdentity',
    summary: 'How well I have shown who I am here, and how I can.',
  })
  @ApiOkResponse({ type: MyIdentityDto })
  async mine(
    @Param('district') district: string,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<MyIdentityDto> {
    return this.read.of(await this.districts.idOf(district), resident.id);
  }

  @Put('my-address')
  @Requires('prove-identity')
  @ApiOperation({
    operationId: 'proveAddress',
    summary: 'Shows that I live in the district, by its address table.',
  })
  @ApiOkResponse({ type: MyIdentityDto })
  async address(
    @Param('district') district: string,
    @Body() { postcode, houseNumber }: ProveAddressDto,
    @CurrentResident() resident: CurrentAccount,
    @Network() network: string,
  ): Promise<MyIdentityDto> {
    const districtId = await this.districts.idOf(district);
    await this.proveAddress.execute(districtId, resident.id, { postcode, houseNumber }, network);
    return this.read.of(districtId, resident.id);
  }

  @Put('my-letter-code')
  @Requires('prove-identity')
  @ApiOperation({ operationId: 'useLetterCode', summary: 'Hands in the code from a letter.' })
  @ApiOkResponse({ type: MyIdentityDto })
  async letterCode(
    @Param('district') district: string,
    @Body() { code }: UseLetterCodeDto,
    @CurrentResident() resident: CurrentAccount,
    @Network() network: string,
  ): Promise<MyIdentityDto> {
    const districtId = await this.districts.idOf(district);
    await this.useLetterCode.execute(districtId, resident.id, code, network);
    return this.read.of(districtId, resident.id);
  }
}
