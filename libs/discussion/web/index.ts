export { argumentSort, Discussion } from './arguments/discussion';
export { MergeQuestions } from './mine/merge-questions';
export { MyDecisions } from './mine/my-decisions';
export { Statements } from './statements/statements';
