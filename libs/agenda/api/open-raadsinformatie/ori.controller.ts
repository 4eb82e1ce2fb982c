import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public, Shared } from '@buurtstem/platform-api';
import { ExportOri } from './export-ori';
import {
  AgendapuntDto,
  AgendapuntenDto,
  InformatieobjectDto,
  InformatieobjectenDto,
  VergaderingDto,
  VergaderingenDto,
} from './ori.dto';

/** VNG Open Raadsinformatie 2.0.0-beta.4: in Dutch, as the standard is. */
@ApiTags('open-raadsinformatie')
@Controller('districts/:district/open-raadsinformatie')
export class OriController {
  constructor(private readonly ori: ExportOri) {}

  @Get('vergaderingen')
  @Public()
  @Shared()
  @ApiOperation({ operationId: 'listVergaderingen', summary: 'Every meeting, earliest first.' })
  @ApiOkResponse({ type: VergaderingenDto })
  async vergaderingen(@Param('district') district: string): Promise<VergaderingenDto> {
    return page(await this.ori.vergaderingen(district));
  }

  @Get('vergaderingen/:vergadering')
  @Public()
  @Shared()
  @ApiOperation({ operationId: 'getVergadering', summary: 'One meeting.' })
  @ApiOkResponse({ type: VergaderingDto })
  vergadering(
    @Param('district') district: string,
    @Param('vergadering') id: string,
  ): Promise<VergaderingDto> {
    return this.ori.one(this.ori.vergaderingen(district), id);
  }

  @Get('agendapunten')
  @Public()
  @Shared()
  @ApiOperation({ operationId: 'listAgendapunten', summary: 'Every entry of every agenda.' })
  @ApiOkResponse({ type: AgendapuntenDto })
  async agendapunten(@Param('district') district: string): Promise<AgendapuntenDto> {
    return page(await this.ori.agendapunten(district));
  }

  @Get('agendapunten/:agendapunt')
  @Public()
  @Shared()
  @ApiOperation({ operationId: 'getAgendapunt', summary: 'One entry of an agenda.' })
  @ApiOkResponse({ type: AgendapuntDto })
  agendapunt(@Param('district') district: string, @Param('agendapunt') id: string): Promise<AgendapuntDto> {
    return this.ori.one(this.ori.agendapunten(district), id);
  }

  @Get('informatieobjecten')
  @Public()
  @Shared()
  @ApiOperation({
    operationId: 'listInformatieobjecten',
    summary: 'Plans, count reports, notes of officials and outcomes.',
  })
  @ApiOkResponse({ type: InformatieobjectenDto })
  async informatieobjecten(@Param('district') district: string): Promise<InformatieobjectenDto> {
    return page(await this.ori.informatieobjecten(district));
  }

  @Get('informatieobjecten/:informatieobject')
  @Public()
  @Shared()
  @ApiOperation({ operationId: 'getInformatieobject', summary: 'One document.' })
  @ApiOkResponse({ type: InformatieobjectDto })
  informatieobject(
    @Param('district') district: string,
    @Param('informatieobject') id: string,
  ): Promise<InformatieobjectDto> {
    return this.ori.one(this.ori.informatieobjecten(district), id);
  }
}

function page<T>(results: T[]): { next: null; previous: null; results: T[] } {
  return { next: null, previous: null, results };
}
