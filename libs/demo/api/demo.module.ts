import { Module, type DynamicModule } from '@nestjs/common';
import { AccountsDevModule } from '@buurtstem/accounts-api';
import { AgendaModule } from '@buurtstem/agenda-api';
import { DiscussionModule } from '@buurtstem/discussion-api';
import { DistrictsModule } from '@buurtstem/districts-api';
import { PagesModule } from '@buurtstem/pages-api';
import type { Config } from '@buurtstem/platform-api';
import { ProposalsModule } from '@buurtstem/proposals-api';
import { VotingModule } from '@buurtstem/voting-api';
import { FillWhenEmpty } from './fill-when-empty';
import { PlayMeetings } from './play-meetings';
import { PlayPages } from './play-pages';
import { PlayStory } from './play-story';
import { PlayTalk } from './play-talk';

/** The invented district. In production the room is empty: there is nothing in it that could be started. */
@Module({})
export class DemoModule {
  static forRoot(config: Pick<Config, 'hasDevTools'>): DynamicModule {
    if (!config.hasDevTools) return { module: DemoModule };
    return {
      module: DemoModule,
      imports: [
        AccountsDevModule,
        AgendaModule,
        DiscussionModule,
        DistrictsModule,
        PagesModule,
        ProposalsModule,
        VotingModule,
      ],
      providers: [FillWhenEmpty, PlayMeetings, PlayPages, PlayStory, PlayTalk],
      exports: [FillWhenEmpty],
    };
  }
}
