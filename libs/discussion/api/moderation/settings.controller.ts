import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import { Requires } from '@buurtstem/platform-api';
import { ModerationSettings } from './moderation-settings';
import { ModerationSettingsDto, SetModerationSettingsDto } from './settings.dto';

@ApiTags('moderation')
@Controller('districts/:district/moderation-settings')
export class ModerationSettingsController {
  constructor(
    private readonly districts: Districts,
    private readonly settings: ModerationSettings,
  ) {}

  @Get()
  @Requires('moderate')
  @ApiOperation({
    operationId: 'getModerationSettings',
    summary: 'Watch words and message templates of the district.',
  })
  @ApiOkResponse({ type: ModerationSettingsDto })
  async getModerationSettings(@Param('district') district: string): Promise<ModerationSettingsDto> {
    return this.settings.of(await this.districts.idOf(district));
  }

  @Put()
  @Requires('moderate')
  @ApiOperation({ operationId: 'setModerationSettings', summary: 'Sets watch words and message templates.' })
  @ApiOkResponse({ type: ModerationSettingsDto })
  async setModerationSettings(
    @Param('district') district: string,
    @Body() wanted: SetModerationSettingsDto,
  ): Promise<ModerationSettingsDto> {
    return this.settings.set(await this.districts.idOf(district), wanted);
  }
}
