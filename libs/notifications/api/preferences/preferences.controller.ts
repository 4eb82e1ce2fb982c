import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentResident, Requires, type CurrentAccount } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import { ChangePreferences } from './change-preferences';
import { PreferenceStore, type Preferences } from './preferences';
import { ChosenPreferencesDto, NotificationPreferencesDto } from './preferences.dto';

@ApiTags('notifications')
@Controller('account')
export class PreferencesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly preferences: PreferenceStore,
    private readonly change: ChangePreferences,
  ) {}

  @Get('notification-preferences')
  @Requires('edit-account')
  @ApiOperation({
    operationId: 'getMyNotificationPreferences',
    summary: 'Which mail one gets, and in which language.',
  })
  @ApiOkResponse({ type: NotificationPreferencesDto })
  async mine(@CurrentResident() { id }: CurrentAccount): Promise<NotificationPreferencesDto> {
    return shown(await this.preferences.of(this.dataSource.manager, id));
  }

  @Put('notification-preferences')
  @Requires('edit-account')
  @ApiOperation({
    operationId: 'setMyNotificationPreferences',
    summary: 'Chooses which mail one gets. What waits is dropped, sent or kept for the digest accordingly.',
  })
  @ApiOkResponse({ type: NotificationPreferencesDto })
  async choose(
    @CurrentResident() { id }: CurrentAccount,
    @Body() chosen: ChosenPreferencesDto,
  ): Promise<NotificationPreferencesDto> {
    return shown(await this.change.execute(id, chosen));
  }

  @Post('mail-address-confirmations')
  @HttpCode(204)
  @Requires('edit-account')
  @ApiOperation({
    operationId: 'confirmMyMailAddress',
    summary: 'Says that the address works, after mail to it came back.',
  })
  @ApiNoContentResponse()
  async confirm(@CurrentResident() { id }: CurrentAccount): Promise<void> {
    await this.change.confirmAddress(id);
  }
}

function shown({ language, deliveries, unreachableSince }: Preferences): NotificationPreferencesDto {
  return { language, deliveries, unreachableSince: unreachableSince?.toISOString() ?? null };
}
