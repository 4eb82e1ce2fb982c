// What a page of another room shows further down, and so defers (`@defer`). An entry of its own: a name that is needed at once
// would keep all of these with it.
export { Discussion } from './arguments/discussion';
export { ModeratorLook } from './reports/moderator-look';
export { Report } from './reports/report';
export { ReportPictures } from './reports/report-pictures';
export { Statements } from './statements/statements';
