export {
  Config,
  configOrExit,
  MODES,
  PROCESS_ROLES,
  readConfig,
  type Mode,
  type ProcessRole,
} from './config';
export type { OidcSettings } from './oidc-settings';
export { APPLICATION_ROLE, databaseOptions, migrate, pendingMigrations, type Entities } from './database';
export { MIGRATIONS } from './migrations';
export { Clock, MovableClock } from './clock';
export { sqlState, Transaction, violatedConstraint } from './transaction';
export { Public, Requires, type Access } from './access-rule';
export { CurrentResident, OptionalResident, type CurrentAccount } from './access';
export { AuditLog, isAudited, type Act } from './audit';
export { cookieIn, cookieSettings } from './cookies';
export { escapeHtml, policyOfPlainPage } from './html';
export { FORM_PREFIX, FormOn, goOn, type GoOn } from './forms/form-refusals';
export { forgetFields, keepFields } from './forms/kept-fields';
export { asking, ownAddress } from './forms/own-address';
export { Failed, Gather, type GatherBounds } from './gather';
export { Limits, Network, type Allowance } from './limits';
export { Admission } from './load/admission';
export { Capacity } from './load/capacity';
export { ShortWays, type PlainRequest, type ShortWay } from './load/short-ways';
export { MediaGate, type Sight } from './media/media-gate';
export { MediaStore } from './media/media-store';
export { SweepMedia } from './media/sweep-media';
export { PersonalData, type PersonalDataRoom } from './personal-data';
export { PictureIntake, type StoredPicture } from './pictures/picture-intake';
export { addressesOf, fileToDraw, isPhoto, type PictureAddresses } from './pictures/picture-files';
export { askWithin, ofAnyLength, Prepared, type Ask } from './prepared';
export { networkOf, Pseudonyms, type PseudonymPurpose } from './pseudonyms';
export { routesOf, type Route } from './routes';
export { ProblemFilter, RateLimited, toRefusal, type Problem } from './problem';
export { PROBLEMS } from './problem-table';
export { PlatformModule } from './platform.module';
export { API_PREFIX, API_VERSION, createApp, SESSION_HANDLERS, type AppOptions } from './create-app';
export { maintenanceApp } from './site/maintenance';
export { validationPipe } from './validation';
export { OwnApi } from './site/own-api';
export { Drawing } from './site/drawing';
export { Shared, sharedRoutesOf } from './site/shared';
export { sharedTime } from './site/sharing';
export { KeptAnswers } from './site/kept-answers';
export { PageCache } from './site/page-cache';
export { ShortMemory } from './site/short-memory';
export { mountSite, type SiteOptions } from './site/site';
export { watchParent } from './parent-watch';
export { Repeated } from './repeated';
export { WholeNumber } from './whole-number.pipe';
export { refuseLength } from './refuse-length';
export { CALENDAR_TYPE, writeCalendar, type Calendar, type CalendarEvent } from './icalendar';
export type { Block, Column, Fact, Paper, Table } from './pdf/paper';
export { loadSharp } from './pictures/sharp';
export { FONTS } from './pdf/fonts';
export { printPaper } from './pdf/print-paper';
