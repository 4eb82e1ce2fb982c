import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DistrictsModule } from '@buurtstem/districts-api';
import { ProposalsModule } from '@buurtstem/proposals-api';
import { ArgumentEntity } from './argument.entity';
import { DiscussionController } from './discussion.controller';
import { DiscussionRoom } from './discussion-room';
import { ListArguments } from './list-arguments';
import { PostArgument } from './post-argument';

@Module({
  imports: [TypeOrmModule.forFeature([ArgumentEntity]), DistrictsModule, ProposalsModule],
  controllers: [DiscussionController],
  providers: [DiscussionRoom, ListArguments, PostArgument],
  exports: [PostArgument],
})
export class DiscussionModule {}
