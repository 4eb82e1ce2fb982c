export { DiscussionModule } from './discussion.module';
export { PostArgument, type NewArgument } from './arguments/post-argument';
export { ArgumentEntity } from './arguments/argument.entity';
