import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard } from './access';
import { AuditInterceptor, AuditLog } from './audit';
import { Clock, MovableClock } from './clock';
import { Config } from './config';
import { databaseOptions } from './database';
import { DevClockController } from './dev-clock.controller';
import { HealthController } from './health.controller';
import { Limits } from './limits';
import { Admission } from './load/admission';
import { Capacity } from './load/capacity';
import { Draining } from './load/draining';
import { ShortWays } from './load/short-ways';
import { FolderStore } from './media/folder-store';
import { MediaGate } from './media/media-gate';
import { MediaStore } from './media/media-store';
import { SweepMedia } from './media/sweep-media';
import { PersonalData } from './personal-data';
import { PictureIntake } from './pictures/picture-intake';
import { Prepared } from './prepared';
import { Pseudonyms } from './pseudonyms';
import { SameOriginGuard } from './same-origin';
import { ForgetAfterWrites } from './site/forget-after-writes';
import { KeptAnswers } from './site/kept-answers';
import { PageCache } from './site/page-cache';
import { SharedAnswers } from './site/shared';
import { Transaction } from './transaction';

const SHARED = [
  Admission,
  AuditLog,
  Capacity,
  KeptAnswers,
  Limits,
  MediaGate,
  PageCache,
  PersonalData,
  PictureIntake,
  Prepared,
  Pseudonyms,
  ShortWays,
  Transaction,
];

/** The client of S3 is large: it is loaded only where files are in a bucket. */
async function openStore({ mediaDir, mediaBucket }: Config): Promise<MediaStore> {
  if (mediaBucket === null) return new FolderStore(mediaDir);
  const { S3Store } = await import('./media/s3-store');
  return new S3Store(mediaBucket);
}

/** What every room stands on: settings, database, clock, transactions, and guards that deny by default. */
@Module({})
export class PlatformModule {
  static forRoot(config: Config): DynamicModule {
    const clocks = config.hasDevTools
      ? [MovableClock, { provide: Clock, useExisting: MovableClock }]
      : [Clock];
    return {
      module: PlatformModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({ ...databaseOptions(config), autoLoadEntities: true, retryAttempts: 0 }),
        TerminusModule.forRoot({ errorLogStyle: 'json', logger: false }),
      ],
      controllers: [HealthController, ...(config.hasDevTools ? [DevClockController] : [])],
      providers: [
        { provide: Config, useValue: config },
        { provide: MediaStore, useFactory: () => openStore(config) },
        SweepMedia,
        Draining,
        ...clocks,
        ...SHARED,
        { provide: APP_GUARD, useClass: SameOriginGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
        { provide: APP_INTERCEPTOR, useClass: ForgetAfterWrites },
        { provide: APP_INTERCEPTOR, useClass: SharedAnswers },
      ],
      exports: [
        Config,
        MediaStore,
        SweepMedia,
        ...SHARED,
        ...(config.hasDevTools ? [Clock, MovableClock] : [Clock]),
      ],
    };
  }
}
