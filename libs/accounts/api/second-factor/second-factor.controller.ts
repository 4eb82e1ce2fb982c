import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentResident, Requires, type CurrentAccount } from '@buurtstem/platform-api';
import type { Request } from 'express';
import { SessionDto } from '../account.dto';
import { Accounts } from '../accounts';
import { isSecondFactorConfirmed, renewSession, type PasskeyChallenge } from '../current-session';
import { ReadSession } from '../read-session';
import { ConfirmPasskey } from './confirm-passkey';
import { ConfirmSecondFactor } from './confirm-second-factor';
import { ConfirmTotp } from './confirm-totp';
import { EnrolPasskey } from './enrol-passkey';
import { EnrolTotp } from './enrol-totp';
import { RemoveSecondFactor } from './remove-second-factor';
import {
  EnrolmentDto,
  PasskeyConfirmationDto,
  PasskeyEnrolmentDto,
  SecondFactorChallengeDto,
  SecondFactorListDto,
  SecondFactorProofDto,
  TotpConfirmationDto,
  TotpEnrolmentDto,
} from './second-factor.dto';
import { SecondFactors, type FactorOwner } from './second-factors';
import { StartSecondFactor } from './start-second-factor';

@ApiTags('account')
@Controller()
export class SecondFactorController {
  constructor(
    private readonly accounts: Accounts,
    private readonly readSession: ReadSession,
    private readonly factors: SecondFactors,
    private readonly enrolTotp: EnrolTotp,
    private readonly confirmTotp: ConfirmTotp,
    private readonly enrolPasskey: EnrolPasskey,
    private readonly confirmPasskey: ConfirmPasskey,
    private readonly startSecondFactor: StartSecondFactor,
    private readonly confirmSecondFactor: ConfirmSecondFactor,
    private readonly removeSecondFactor: RemoveSecondFactor,
  ) {}

  @Requires('edit-account')
  @Get('account/second-factors')
  @ApiOperation({ operationId: 'listSecondFactors', summary: 'The apps and passkeys of the account' })
  @ApiOkResponse({ type: SecondFactorListDto })
  async list(@CurrentResident() resident: CurrentAccount): Promise<SecondFactorListDto> {
    const factors = await this.factors.confirmed(resident.id);
    return {
      items: factors.map(({ id, kind, label, createdAt, lastUsedAt }) => ({
        id,
        kind,
        label,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
    };
  }

  @Requires('edit-account')
  @Delete('account/second-factors/:factor')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeSecondFactor', summary: 'Take a second factor away' })
  @ApiNoContentResponse()
  remove(
    @Param('factor', ParseUUIDPipe) factor: string,
    @CurrentResident() resident: CurrentAccount,
    @Req() request: Request,
  ): Promise<void> {
    return this.removeSecondFactor.execute(resident, isSecondFactorConfirmed(request), factor);
  }

  @Requires('edit-account')
  @Post('account/totp-enrolments')
  @ApiOperation({ operationId: 'enrolTotp', summary: 'Ask for the secret of a new app with codes' })
  @ApiCreatedResponse({ type: TotpEnrolmentDto })
  startTotp(
    @Body() body: EnrolmentDto,
    @CurrentResident() resident: CurrentAccount,
    @Req() request: Request,
  ): Promise<TotpEnrolmentDto> {
    return this.enrolTotp.execute(ownerOf(resident, request), body.label);
  }

  @Requires('edit-account')
  @Post('account/totp-enrolments/:enrolment/confirmation')
  @HttpCode(200)
  @ApiOperation({ operationId: 'confirmTotp', summary: 'Show that the app gives the right codes' })
  @ApiOkResponse({ type: SessionDto })
  async finishTotp(
    @Param('enrolment', ParseUUIDPipe) enrolment: string,
    @Body() body: TotpConfirmationDto,
    @CurrentResident() resident: CurrentAccount,
    @Req() request: Request,
  ): Promise<SessionDto> {
    const at = await this.confirmTotp.execute(ownerOf(resident, request), enrolment, body.code);
    return this.confirmed(resident, request, at);
  }

  @Requires('edit-account')
  @Post('account/passkey-enrolments')
  @ApiOperation({ operationId: 'enrolPasskey', summary: 'Ask for a new passkey' })
  @ApiCreatedResponse({ type: PasskeyEnrolmentDto })
  async startPasskey(
    @Body() body: EnrolmentDto,
    @CurrentResident() resident: CurrentAccount,
    @Req() request: Request,
  ): Promise<PasskeyEnrolmentDto> {
    const { id, options, challenge } = await this.enrolPasskey.execute(
      ownerOf(resident, request),
      body.label,
    );
    request.session.passkeyChallenge = challenge;
    return { id, options };
  }

  @Requires('edit-account')
  @Post('account/passkey-enrolments/:enrolment/confirmation')
  @HttpCode(200)
  @ApiOperation({ operationId: 'confirmPasskey', summary: 'Hand in the new passkey' })
  @ApiOkResponse({ type: SessionDto })
  async finishPasskey(
    @Param('enrolment', ParseUUIDPipe) enrolment: string,
    @Body() body: PasskeyConfirmationDto,
    @CurrentResident() resident: CurrentAccount,
    @Req() request: Request,
  ): Promise<SessionDto> {
    const asked = takeChallenge(request);
    const origin = request.get('origin');
    const at = await this.confirmPasskey.execute(
      ownerOf(resident, request),
      enrolment,
      body.response,
      asked,
      origin,
    );
    return this.confirmed(resident, request, at);
  }

  @Requires('edit-account')
  @Post('session/second-factor-challenge')
  @HttpCode(200)
  @ApiOperation({ operationId: 'startSecondFactor', summary: 'With what the second factor can be confirmed' })
  @ApiOkResponse({ type: SecondFactorChallengeDto })
  async start(
    @CurrentResident() resident: CurrentAccount,
    @Req() request: Request,
  ): Promise<SecondFactorChallengeDto> {
    const { kinds, passkeyOptions, challenge } = await this.startSecondFactor.execute(resident.id);
    if (challenge) request.session.passkeyChallenge = challenge;
    return { kinds, passkeyOptions };
  }

  @Requires('edit-account')
  @Post('session/second-factor')
  @HttpCode(200)
  @ApiOperation({ operationId: 'confirmSecondFactor', summary: 'Confirm the second factor in this session' })
  @ApiOkResponse({ type: SessionDto })
  async confirm(
    @Body() { code, passkey }: SecondFactorProofDto,
    @CurrentResident() resident: CurrentAccount,
    @Req() request: Request,
  ): Promise<SessionDto> {
    const proof =
      code === undefined
        ? { passkey: passkey ?? {}, asked: takeChallenge(request), origin: request.get('origin') }
        : { code };
    return this.confirmed(resident, request, await this.confirmSecondFactor.execute(resident.id, proof));
  }

  private async confirmed({ id }: CurrentAccount, request: Request, at: Date): Promise<SessionDto> {
    await renewSession(request, { secondFactorAt: at.toISOString() });
    return this.readSession.execute(await this.accounts.whoIs(id, true));
  }
}

function ownerOf({ id, email }: CurrentAccount, request: Request): FactorOwner {
  return { id, email, isConfirmed: isSecondFactorConfirmed(request) };
}

/** Works once, whether the answer is right or wrong. */
function takeChallenge(request: Request): PasskeyChallenge | undefined {
  const asked = request.session.passkeyChallenge;
  delete request.session.passkeyChallenge;
  return asked;
}
