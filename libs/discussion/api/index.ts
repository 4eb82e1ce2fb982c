export { DiscussionModule } from './discussion.module';
export { PostArgument, type NewArgument } from './arguments/post-argument';
export { ArgumentEntity } from './arguments/argument.entity';
export { Cases, type CaseSubject } from './moderation/cases';
export { ModerationLog, type LoggedAct } from './log/moderation-log';
export { ReadLog } from './log/read-log';
