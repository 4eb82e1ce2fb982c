import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  Config,
  cookieSettings,
  CurrentResident,
  forgetFields,
  OptionalResident,
  Network,
  Public,
  type CurrentAccount,
} from '@buurtstem/platform-api';
import type { Request, Response } from 'express';
import { ConfirmationDto, SessionDto, SignInRequestDto, SignInRequestedDto } from './account.dto';
import { bindBrowser, forgetBrowser } from './browser-cookie';
import { endCurrentSession } from './current-session';
import { ReadSession } from './read-session';
import { RequestSignIn } from './request-sign-in';
import { SESSION_COOKIE } from './session-handlers';
import { SignInGuard } from './sign-in.guard';

@ApiTags('session')
@Controller()
export class SessionController {
  constructor(
    private readonly config: Config,
    private readonly requestSignIn: RequestSignIn,
    private readonly readSession: ReadSession,
  ) {}

  @Public()
  @Post('sign-in-requests')
  @HttpCode(202)
  @ApiOperation({ operationId: 'requestSignIn', summary: 'Mail a code and a link to sign in with' })
  @ApiAcceptedResponse({ type: SignInRequestedDto })
  async ask(
    @Body() body: SignInRequestDto,
    @Network() network: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInRequestedDto> {
    const browserToken = bindBrowser(request, response, this.config);
    const asked = await this.requestSignIn.execute(body.email, browserToken, network);
    return { id: asked.id, expiresAt: asked.expiresAt.toISOString() };
  }

  @Public()
  @Get('session')
  @ApiOperation({ operationId: 'getSession', summary: 'Who is signed in' })
  @ApiOkResponse({ type: SessionDto })
  show(@OptionalResident() resident: CurrentAccount | null): Promise<SessionDto> {
    return this.readSession.execute(resident);
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
  ): Promise<SessionDto> {
    forgetBrowser(response, this.config);
    return this.readSession.execute(resident);
  }

  @Public()
  @Delete('session')
  @HttpCode(204)
  @ApiOperation({ operationId: 'signOut', summary: 'Sign out' })
  @ApiNoContentResponse()
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await endCurrentSession(request);
    const { named, options } = cookieSettings(this.config);
    response.clearCookie(named(SESSION_COOKIE), options);
    forgetFields(request, response, this.config);
  }
}
