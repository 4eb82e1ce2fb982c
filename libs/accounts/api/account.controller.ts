import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  Config,
  cookieSettings,
  CurrentResident,
  Requires,
  type CurrentAccount,
} from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import type { Request, Response } from 'express';
import {
  AccountChangeDto,
  HouseholdMemberDto,
  PersonChoiceDto,
  SessionDto,
  SessionListDto,
} from './account.dto';
import { Accounts } from './accounts';
import { endCurrentSession, renewSession } from './current-session';
import { Households } from './households';
import { ReadSession } from './read-session';
import { RenameAccount } from './rename-account';
import { SESSION_COOKIE } from './session-handlers';
import { Sessions } from './sessions';

/** What somebody does with their own account: name, household, where they are signed in. */
@ApiTags('account')
@Controller()
export class AccountController {
  constructor(
    private readonly config: Config,
    private readonly accounts: Accounts,
    private readonly households: Households,
    private readonly readSession: ReadSession,
    private readonly renameAccount: RenameAccount,
    private readonly sessions: Sessions,
  ) {}

  @Requires('edit-account')
  @Patch('account')
  @ApiOperation({ operationId: 'changeAccount', summary: 'Choose the name that others see' })
  @ApiOkResponse({ type: SessionDto })
  async change(
    @Body() body: AccountChangeDto,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<SessionDto> {
    const displayName = await this.renameAccount.execute(resident.id, body.displayName);
    return this.readSession.execute({ ...resident, displayName });
  }

  @Requires('edit-account')
  @Post('account/household')
  @ApiOperation({
    operationId: 'addHouseholdMember',
    summary: 'Add a person on the same e-mail address, and go on as that person',
  })
  @ApiCreatedResponse({ type: SessionDto })
  async addMember(
    @Body() body: HouseholdMemberDto,
    @CurrentResident() resident: CurrentAccount,
    @Req() request: Request,
  ): Promise<SessionDto> {
    return this.become(request, await this.households.add(resident.id, body.displayName));
  }

  @Requires('edit-account')
  @Post('session/person')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'switchPerson',
    summary: 'Go on as another person on the same e-mail address',
  })
  @ApiOkResponse({ type: SessionDto })
  async switchPerson(
    @Body() body: PersonChoiceDto,
    @CurrentResident() resident: CurrentAccount,
    @Req() request: Request,
  ): Promise<SessionDto> {
    return this.become(request, await this.households.member(resident.id, body.accountId));
  }

  @Requires('edit-account')
  @Get('account/sessions')
  @ApiOperation({ operationId: 'listSessions', summary: 'Where one is signed in' })
  @ApiOkResponse({ type: SessionListDto })
  async listSessions(
    @CurrentResident() resident: CurrentAccount,
    @Req() request: Request,
  ): Promise<SessionListDto> {
    const rows = await this.sessions.list(resident.id, request.sessionID);
    return {
      items: rows.map((row) => ({
        ...row,
        createdAt: row.createdAt.toISOString(),
        seenAt: row.seenAt.toISOString(),
      })),
    };
  }

  @Requires('edit-account')
  @Delete('account/sessions/:session')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endSession', summary: 'Sign out on one device' })
  @ApiNoContentResponse()
  endSession(
    @Param('session', ParseUUIDPipe) session: string,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<void> {
    return this.sessions.end(resident.id, session);
  }

  @Requires('edit-account')
  @Delete('account/sessions')
  @HttpCode(204)
  @ApiOperation({ operationId: 'signOutEverywhere', summary: 'Sign out on every device, this one too' })
  @ApiNoContentResponse()
  async signOutEverywhere(
    @CurrentResident() resident: CurrentAccount,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessions.endAll(resident.id);
    await endCurrentSession(request);
    const { named, options } = cookieSettings(this.config);
    response.clearCookie(named(SESSION_COOKIE), options);
  }

  /** Only the first factor, the mailbox, is shared: the second one is not carried over to another person. */
  private async become(request: Request, id: ResidentId): Promise<SessionDto> {
    await renewSession(request, { passport: { user: id } });
    return this.readSession.execute(await this.accounts.whoIs(id));
  }
}
