export { DiscussionModule } from './discussion.module';
export { PostArgument, type NewArgument } from './post-argument';
export { ArgumentEntity } from './argument.entity';
