import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DistrictsModule } from '@buurtstem/districts-api';
import { Config, SESSION_HANDLERS } from '@buurtstem/platform-api';
import { DataSource } from 'typeorm';
import { Account } from './account.entity';
import { AccountOfAddress } from './account-of-address';
import { AccountController } from './account.controller';
import { Accounts } from './accounts';
import { ConfirmSignIn } from './confirm-sign-in';
import { Households } from './households';
import { AccountHousekeeping } from './housekeeping';
import { ForgetSessions } from './forget-sessions';
import { SignInFormGuard } from './forms/sign-in-form.guard';
import { SignInFormsController } from './forms/sign-in-forms.controller';
import { IdentityModule } from './identity/identity.module';
import { ImportResidents } from './import-residents';
import { AccountRoom } from './my-data/account-room';
import { DownloadMyData } from './my-data/download-my-data';
import { EraseAccount } from './my-data/erase-account';
import { MyDataController } from './my-data/my-data.controller';
import { PlainSessions } from './plain-sessions';
import { ReadSession } from './read-session';
import { RenameAccount } from './rename-account';
import { RequestSignIn } from './request-sign-in';
import { Retention } from './retention';
import { ConfirmPasskey } from './second-factor/confirm-passkey';
import { ConfirmSecondFactor } from './second-factor/confirm-second-factor';
import { ConfirmTotp } from './second-factor/confirm-totp';
import { EnrolPasskey } from './second-factor/enrol-passkey';
import { EnrolTotp } from './second-factor/enrol-totp';
import { NoticeOfFactor } from './second-factor/notice-of-factor';
import { Passkeys } from './second-factor/passkeys';
import { RemoveSecondFactor } from './second-factor/remove-second-factor';
import { SecondFactorController } from './second-factor/second-factor.controller';
import { SecondFactor } from './second-factor/second-factor.entity';
import { SecondFactors } from './second-factor/second-factors';
import { StartSecondFactor } from './second-factor/start-second-factor';
import { Secrets } from './secrets';
import { SessionController } from './session.controller';
import { sessionHandlers } from './session-handlers';
import { SessionReader } from './session-reader';
import { Sessions } from './sessions';
import { SignInRequest } from './sign-in-request.entity';
import { MailedCodeStrategy, SignInGuard } from './sign-in.guard';
import { AppointAdministrator } from './staff/appoint-administrator';
import { AcceptInvitation, ListMyInvitations } from './staff/invitations';
import { InvitationsController } from './staff/invitations.controller';
import { InviteStaff } from './staff/invite-staff';
import { ListRetentionRuns } from './staff/list-retention-runs';
import { ListStaff } from './staff/list-staff';
import { ReadAuditLog } from './staff/read-audit-log';
import { ResetSecondFactors } from './staff/reset-second-factors';
import { RevokeInvitation } from './staff/revoke-invitation';
import { StaffController } from './staff/staff.controller';
import { StaffInvitation } from './staff/staff-invitation.entity';
import { WithdrawRole } from './staff/withdraw-role';
import { UsedSessions } from './used-sessions';

const SIGN_IN = [
  AccountOfAddress,
  ConfirmSignIn,
  MailedCodeStrategy,
  RequestSignIn,
  Secrets,
  SignInFormGuard,
  SignInGuard,
];
const ACCOUNT = [
  Accounts,
  Households,
  ImportResidents,
  PlainSessions,
  ReadSession,
  RenameAccount,
  SessionReader,
  Sessions,
  UsedSessions,
];
const SECOND_FACTOR = [
  ConfirmPasskey,
  ConfirmSecondFactor,
  ConfirmTotp,
  EnrolPasskey,
  EnrolTotp,
  NoticeOfFactor,
  Passkeys,
  RemoveSecondFactor,
  SecondFactors,
  StartSecondFactor,
];
const STAFF = [
  AcceptInvitation,
  AppointAdministrator,
  InviteStaff,
  ListMyInvitations,
  ListRetentionRuns,
  ListStaff,
  ReadAuditLog,
  ResetSecondFactors,
  RevokeInvitation,
  WithdrawRole,
];
const MY_DATA = [AccountHousekeeping, AccountRoom, DownloadMyData, EraseAccount, Retention];

/** Who somebody is: signing in with a mailed code, the second factor, the session, the account, the staff. */
@Module({
  imports: [
    DistrictsModule,
    IdentityModule,
    TypeOrmModule.forFeature([Account, SecondFactor, SignInRequest, StaffInvitation]),
  ],
  controllers: [
    SessionController,
    SignInFormsController,
    AccountController,
    SecondFactorController,
    InvitationsController,
    MyDataController,
    StaffController,
  ],
  providers: [
    ...SIGN_IN,
    ...ACCOUNT,
    ...SECOND_FACTOR,
    ...STAFF,
    ...MY_DATA,
    {
      provide: SESSION_HANDLERS,
      useFactory: sessionHandlers,
      inject: [Config, DataSource, Accounts, Secrets, SessionReader, UsedSessions],
    },
    { provide: APP_INTERCEPTOR, useClass: ForgetSessions },
  ],
  exports: [
    AccountHousekeeping,
    Accounts,
    AppointAdministrator,
    EraseAccount,
    IdentityModule,
    ImportResidents,
    PlainSessions,
    Retention,
    Secrets,
  ],
})
export class AccountsModule {}
