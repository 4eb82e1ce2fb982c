export { DiscussionModule } from './discussion.module';
export { PostArgument, type NewArgument } from './arguments/post-argument';
export { ReplyToArgument, type NewReply } from './arguments/reply-to-argument';
export { LikeArgument, type WishedLike } from './arguments/like-argument';
export { ArgumentEntity } from './arguments/argument.entity';
export { ModerationLog, type LoggedAct } from './log/moderation-log';
export { ReadLog } from './log/read-log';
