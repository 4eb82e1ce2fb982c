import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, Config } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import { DevMailController } from './dev/dev-mail.controller';
import { AssembleDigests } from './digest/assemble-digests';
import { DigestMail } from './digest/digest-mail';
import { NotificationsController } from './notifications.controller';
import { NotificationsRoom } from './notifications-room';
import { StopLinks } from './one-click/stop-links';
import { StopMail } from './one-click/stop-mail';
import { UnsubscriptionsController } from './one-click/unsubscriptions.controller';
import { ChangePreferences } from './preferences/change-preferences';
import { MailLanguage } from './preferences/mail-language';
import { PreferenceStore } from './preferences/preferences';
import { PreferencesController } from './preferences/preferences.controller';
import { ReadMyNotifications } from './read-my-notifications';
import { Bounces } from './sending/bounces';
import { TakeDueMail } from './sending/due-mail';
import { KeepPromises } from './sending/keep-promises';
import { MailWorker } from './sending/mail-worker';
import { Mailer, mailerFor } from './sending/mailer';
import { Pace } from './sending/pace';
import { RecordBounces } from './sending/record-bounces';
import { SendQueuedMail } from './sending/send-queued-mail';

/** Mail: the outbox and what sends it, and in demo and test a page that shows it instead. */
@Module({})
export class NotificationsModule implements OnApplicationShutdown {
  constructor(private readonly mailer: Mailer) {}

  static forRoot(config: Pick<Config, 'hasDevTools'>): DynamicModule {
    return {
      module: NotificationsModule,
      global: true,
      controllers: [
        NotificationsController,
        PreferencesController,
        UnsubscriptionsController,
        ...(config.hasDevTools ? [DevMailController] : []),
      ],
      providers: [
        { provide: Mailer, useFactory: mailerFor, inject: [Config, DataSource, Clock] },
        NotificationsRoom,
        ReadMyNotifications,
        PreferenceStore,
        MailLanguage,
        ChangePreferences,
        StopLinks,
        StopMail,
        Pace,
        TakeDueMail,
        Bounces,
        RecordBounces,
        AssembleDigests,
        DigestMail,
        SendQueuedMail,
        KeepPromises,
        MailWorker,
      ],
      exports: [
        Mailer,
        MailLanguage,
        StopLinks,
        KeepPromises,
        SendQueuedMail,
        AssembleDigests,
        RecordBounces,
      ],
    };
  }

  onApplicationShutdown(): void {
    this.mailer.close();
  }
}
