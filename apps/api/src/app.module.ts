import { Module, type DynamicModule } from '@nestjs/common';
import { AccountsDevModule, AccountsModule } from '@buurtstem/accounts-api';
import { AgendaModule } from '@buurtstem/agenda-api';
import { DemoModule } from '@buurtstem/demo-api';
import { DiscussionModule } from '@buurtstem/discussion-api';
import { DistrictsModule } from '@buurtstem/districts-api';
import { NotificationsModule } from '@buurtstem/notifications-api';
import { PagesModule } from '@buurtstem/pages-api';
import type { Config } from '@buurtstem/platform-api';
import { ProposalsModule } from '@buurtstem/proposals-api';
import { VotingModule } from '@buurtstem/voting-api';
import { OpenapiController } from './openapi.controller';

/** All rooms under one roof; nothing else happens here. */
@Module({})
export class AppModule {
  static forRoot(config: Pick<Config, 'hasDevTools'>): DynamicModule {
    return {
      module: AppModule,
      imports: [
        AccountsModule,
        DistrictsModule,
        ProposalsModule,
        DiscussionModule,
        VotingModule,
        AgendaModule,
        PagesModule,
        NotificationsModule.forRoot(config),
        DemoModule.forRoot(config),
        ...(config.hasDevTools ? [AccountsDevModule] : []),
      ],
      controllers: [OpenapiController],
    };
  }
}
