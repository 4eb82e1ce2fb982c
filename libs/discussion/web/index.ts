export { argumentSort } from './arguments/argument-sort';
export { Discussion } from './arguments/discussion';
export { MergeQuestions } from './mine/merge-questions';
export { MyDecisions } from './mine/my-decisions';
export { ModeratorLook } from './reports/moderator-look';
export { Report } from './reports/report';
export { ReportPictures } from './reports/report-pictures';
export { Statements } from './statements/statements';
