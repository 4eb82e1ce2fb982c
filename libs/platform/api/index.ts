export {
  Config,
  configOrExit,
  MODES,
  PROCESS_ROLES,
  readConfig,
  type Mode,
  type ProcessRole,
} from './config';
export { APPLICATION_ROLE, databaseOptions, migrate, pendingMigrations, type Entities } from './database';
export { MIGRATIONS } from './migrations';
export { Clock, MovableClock } from './clock';
export { sqlState, Transaction, violatedConstraint } from './transaction';
export {
  Public,
  Requires,
  CurrentResident,
  OptionalResident,
  type Access,
  type CurrentAccount,
} from './access';
export { routesOf, type Route } from './routes';
export { ProblemFilter, RateLimited, toRefusal, type Problem } from './problem';
export { PROBLEMS } from './problem-table';
export { PlatformModule } from './platform.module';
export { API_PREFIX, API_VERSION, createApp, SESSION_HANDLERS, type AppOptions } from './create-app';
export { validationPipe } from './validation';
export { mountSite, type SiteOptions } from './site';
export { watchParent } from './parent-watch';
export { WholeNumber } from './whole-number.pipe';
export { refuseLength } from './refuse-length';
