import { Body, Controller, Post, Query, Redirect, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  asking,
  Config,
  cookieSettings,
  CurrentResident,
  forgetFields,
  FORM_PREFIX,
  FormOn,
  goOn,
  Network,
  ownAddress,
  Public,
  Requires,
  type CurrentAccount,
  type GoOn,
} from '@buurtstem/platform-api';
import type { Request, Response } from 'express';
import { AccountChangeDto, PersonChoiceDto, SignInRequestDto } from '../account.dto';
import { bindBrowser, forgetBrowser } from '../browser-cookie';
import { endCurrentSession, renewSession } from '../current-session';
import { Households } from '../households';
import { RenameAccount } from '../rename-account';
import { RequestSignIn } from '../request-sign-in';
import { SESSION_COOKIE } from '../session-handlers';
import { SignInFormGuard } from './sign-in-form.guard';
import { forgetTyped, rememberTyped } from './typed-email';

const PAGE = '/inloggen';
/** The sign-in page in the state that the form was on, with where to go after signing in. */
const signInPage = ({ query }: Request): string =>
  asking(PAGE, {
    terug: ownAddress(query['terug']),
    aanvraag: typeof query['aanvraag'] === 'string' ? query['aanvraag'] : null,
    wie: typeof query['wie'] === 'string' ? query['wie'] : null,
  });

/** Signing in and out without scripts: the same use cases as the API's, and a page as the answer. */
@ApiExcludeController()
@Controller(FORM_PREFIX)
export class SignInFormsController {
  constructor(
    private readonly config: Config,
    private readonly requestSignIn: RequestSignIn,
    private readonly households: Households,
    private readonly renameAccount: RenameAccount,
  ) {}

  @Public()
  @Post('inlogcode')
  @FormOn(signInPage)
  @Redirect()
  async ask(
    @Body() { email }: SignInRequestDto,
    @Query('terug') returnTo: unknown,
    @Network() network: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<GoOn> {
    rememberTyped(response, email, this.config);
    const { id } = await this.requestSignIn.execute(
      email,
      bindBrowser(request, response, this.config),
      network,
    );
    return goOn(asking(PAGE, { aanvraag: id, terug: ownAddress(returnTo) }));
  }

  @Public()
  @UseGuards(SignInFormGuard)
  @Post('inloggen')
  @FormOn(signInPage)
  @Redirect()
  async signIn(
    @CurrentResident() resident: CurrentAccount,
    @Query('terug') returnTo: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<GoOn> {
    forgetBrowser(response, this.config);
    forgetTyped(response, this.config);
    const { others } = await this.households.of(resident);
    const address = ownAddress(returnTo);
    return goOn(others.length === 0 ? address : asking(PAGE, { terug: address, wie: 'kies' }));
  }

  /** Who of those who share the e-mail address it is. */
  @Requires('edit-account')
  @Post('persoon')
  @FormOn(signInPage)
  @Redirect()
  async goOnAs(
    @Body() { accountId }: PersonChoiceDto,
    @Query('terug') returnTo: unknown,
    @CurrentResident() resident: CurrentAccount,
    @Req() request: Request,
  ): Promise<GoOn> {
    const user = await this.households.member(resident.id, accountId);
    await renewSession(request, { passport: { user } });
    return goOn(ownAddress(returnTo));
  }

  /** The name beside plans and arguments, asked for where one is about to write. */
  @Requires('edit-account')
  @Post('naam')
  @FormOn(({ query }) => ownAddress(query['terug']), ['displayName'])
  @Redirect()
  async rename(
    @Body() { displayName }: AccountChangeDto,
    @Query('terug') returnTo: unknown,
    @CurrentResident() resident: CurrentAccount,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<GoOn> {
    await this.renameAccount.execute(resident.id, displayName);
    forgetFields(request, response, this.config);
    return goOn(ownAddress(returnTo));
  }

  @Public()
  @Post('uitloggen')
  @FormOn(({ query }) => ownAddress(query['terug']))
  @Redirect()
  async signOut(
    @Query('terug') returnTo: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<GoOn> {
    await endCurrentSession(request);
    const { named, options } = cookieSettings(this.config);
    response.clearCookie(named(SESSION_COOKIE), options);
    forgetFields(request, response, this.config);
    return goOn(ownAddress(returnTo), 'uitgelogd');
  }
}
