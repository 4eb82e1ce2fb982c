export { argumentSort } from './arguments/argument-sort';
export { MergeQuestions } from './mine/merge-questions';
export { MyDecisions } from './mine/my-decisions';
