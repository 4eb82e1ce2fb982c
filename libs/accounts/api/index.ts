export { AccountsModule } from './accounts.module';
export { Accounts } from './accounts';
export { IdentityLevels } from './identity-levels';
export { ImportResidents } from './import-residents';
export { Account } from './account.entity';
export { AppointAdministrator } from './staff/appoint-administrator';
export { EraseAccount, type ErasureReason } from './my-data/erase-account';
