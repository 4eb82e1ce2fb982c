export { AccountsModule } from './accounts.module';
export { Accounts } from './accounts';
export { ImportResidents } from './import-residents';
export { Account } from './account.entity';
