import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentResident, Requires, type CurrentAccount } from '@buurtstem/platform-api';
import { NotificationListDto } from './notifications.dto';
import { ReadMyNotifications } from './read-my-notifications';

@ApiTags('notifications')
@Controller('account/notifications')
export class NotificationsController {
  constructor(private readonly mine: ReadMyNotifications) {}

  @Get()
  @Requires('edit-account')
  @ApiOperation({ operationId: 'listMyNotifications', summary: 'What Buurtstem mailed, the newest first.' })
  @ApiOkResponse({ type: NotificationListDto })
  async newest(@CurrentResident() { id }: CurrentAccount): Promise<NotificationListDto> {
    return { items: await this.mine.newest(id) };
  }
}
