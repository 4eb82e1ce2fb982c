import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, Config } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import { DevMailController } from './dev-mail.controller';
import { MailWorker } from './mail-worker';
import { Mailer, mailerFor } from './mailer';
import { NotificationsController } from './notifications.controller';
import { NotificationsRoom } from './notifications-room';
import { ReadMyNotifications } from './read-my-notifications';
import { SendQueuedMail } from './send-queued-mail';

/** Mail: the outbox and what sends it, and in demo and test a page that shows it instead. */
@Module({})
export class NotificationsModule implements OnApplicationShutdown {
  constructor(private readonly mailer: Mailer) {}

  static forRoot(config: Pick<Config, 'hasDevTools'>): DynamicModule {
    return {
      module: NotificationsModule,
      global: true,
      controllers: [NotificationsController, ...(config.hasDevTools ? [DevMailController] : [])],
      providers: [
        { provide: Mailer, useFactory: mailerFor, inject: [Config, DataSource, Clock] },
        NotificationsRoom,
        ReadMyNotifications,
        SendQueuedMail,
        MailWorker,
      ],
      exports: [Mailer, SendQueuedMail],
    };
  }

  onApplicationShutdown(): void {
    this.mailer.close();
  }
}
