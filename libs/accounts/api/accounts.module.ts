import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config, SESSION_HANDLERS } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import { Account } from './account.entity';
import { Accounts } from './accounts';
import { ConfirmSignIn } from './confirm-sign-in';
import { AccountHousekeeping } from './housekeeping';
import { IdentityModule } from './identity/identity.module';
import { ImportResidents } from './import-residents';
import { RequestSignIn } from './request-sign-in';
import { Secrets } from './secrets';
import { SessionController } from './session.controller';
import { sessionHandlers } from './session-handlers';
import { SignInRequest } from './sign-in-request.entity';
import { MailedCodeStrategy, SignInGuard } from './sign-in.guard';

/** Who somebody is: signing in with a mailed code, the session, the account. */
@Module({
  imports: [TypeOrmModule.forFeature([Account, SignInRequest]), IdentityModule],
  controllers: [SessionController],
  providers: [
    Accounts,
    AccountHousekeeping,
    ConfirmSignIn,
    ImportResidents,
    MailedCodeStrategy,
    RequestSignIn,
    Secrets,
    SignInGuard,
    {
      provide: SESSION_HANDLERS,
      useFactory: sessionHandlers,
      inject: [Config, DataSource, Accounts, Secrets],
    },
  ],
  exports: [Accounts, IdentityModule, ImportResidents],
})
export class AccountsModule {}
