// What a page of another room shows to some, or further down, and so defers (`@defer`). An entry of its own: a name that is
// needed at once would keep all of these with it.
export { ModeratorLook } from './reports/moderator-look';
export { Report } from './reports/report';
export { ReportPictures } from './reports/report-pictures';
