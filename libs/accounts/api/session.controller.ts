import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { parseDisplayName } from '@buurtstem/accounts-domain';
import {
  Config,
  CurrentResident,
  OptionalResident,
  Public,
  Requires,
  type CurrentAccount,
} from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import type { Request, Response } from 'express';
import {
  AccountChangeDto,
  ConfirmationDto,
  SessionDto,
  SignInRequestDto,
  SignInRequestedDto,
  toSessionDto,
} from './account.dto';
import { Accounts } from './accounts';
import { bindBrowser, forgetBrowser } from './browser-cookie';
import { RequestSignIn } from './request-sign-in';
import { cookieSettings, SESSION_COOKIE } from './session-handlers';
import { SignInGuard } from './sign-in.guard';

@ApiTags('session')
@Controller()
export class SessionController {
  constructor(
    private readonly config: Config,
    private readonly requestSignIn: RequestSignIn,
    private readonly accounts: Accounts,
  ) {}

  @Public()
  @Post('sign-in-requests')
  @HttpCode(202)
  @ApiOperation({ operationId: 'requestSignIn', summary: 'Mail a code and a link to sign in with' })
  @ApiAcceptedResponse({ type: SignInRequestedDto })
  async ask(
    @Body() body: SignInRequestDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInRequestedDto> {
    const browserToken = bindBrowser(request, response, this.config);
    const asked = await this.requestSignIn.execute(body.email, browserToken, request.ip ?? '');
    return { id: asked.id, expiresAt: asked.expiresAt.toISOString() };
  }

  @Public()
  @Get('session')
  @ApiOperation({ operationId: 'getSession', summary: 'Who is signed in' })
  @ApiOkResponse({ type: SessionDto })
  show(@OptionalResident() resident: CurrentAccount | null): SessionDto {
    return toSessionDto(resident);
  }

  @Public()
  @UseGuards(SignInGuard)
  @Post('session')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'signIn',
    summary: 'Sign in with the mailed code or link, in the browser that asked',
  })
  @ApiBody({ type: ConfirmationDto })
  @ApiOkResponse({ type: SessionDto })
  signIn(
    @CurrentResident() resident: CurrentAccount,
    @Res({ passthrough: true }) response: Response,
  ): SessionDto {
    forgetBrowser(response, this.config);
    return toSessionDto(resident);
  }

  @Public()
  @Delete('session')
  @HttpCode(204)
  @ApiOperation({ operationId: 'signOut', summary: 'Sign out' })
  @ApiNoContentResponse()
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      request.session.destroy((error: unknown) => (error ? reject(error) : resolve()));
    });
    const { named, options } = cookieSettings(this.config);
    response.clearCookie(named(SESSION_COOKIE), options);
  }

  @Requires('edit-account')
  @Patch('account')
  @ApiOperation({ operationId: 'changeAccount', summary: 'Choose the name that others see' })
  @ApiOkResponse({ type: SessionDto })
  async change(
    @Body() body: AccountChangeDto,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<SessionDto> {
    const name = parseDisplayName(body.displayName);
    if (!name.ok)
      throw new Refusal(name.refusal, [
        { field: 'displayName', code: name.refusal, message: 'is not a name' },
      ]);
    await this.accounts.rename(resident.id, name.value);
    return toSessionDto({ ...resident, displayName: name.value });
  }
}
