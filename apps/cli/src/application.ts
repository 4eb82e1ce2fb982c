import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccountsModule } from '@buurtstem/accounts-api';
import { AgendaModule } from '@buurtstem/agenda-api';
import { DiscussionModule } from '@buurtstem/discussion-api';
import { DistrictsModule } from '@buurtstem/districts-api';
import { NotificationsModule } from '@buurtstem/notifications-api';
import { PlatformModule, type Config } from '@buurtstem/platform-api';
import { ProposalsModule } from '@buurtstem/proposals-api';
import { VotingModule } from '@buurtstem/voting-api';

@Module({})
class CommandModule {}

/** Runs work with the use cases of the real application, on the database that the settings name. */
export async function inApplication<T>(
  config: Config,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const root: DynamicModule = {
    module: CommandModule,
    imports: [
      PlatformModule.forRoot(config),
      AccountsModule,
      DistrictsModule,
      ProposalsModule,
      DiscussionModule,
      VotingModule,
      AgendaModule,
      NotificationsModule.forRoot(config),
    ],
  };
  const app = await NestFactory.createApplicationContext(root, {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
