import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentResident, Network, Requires, type CurrentAccount } from '@buurtstem/platform-api';
import type { Request } from 'express';
import { SessionDto } from '../account.dto';
import { Accounts } from '../accounts';
import { isSecondFactorConfirmed } from '../current-session';
import { ReadSession } from '../read-session';
import { AcceptInvitation, ListMyInvitations } from './invitations';
import { MyInvitationListDto } from './staff.dto';

/** Invitations, for who was invited. */
@ApiTags('account')
@Controller('account/invitations')
export class InvitationsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly readSession: ReadSession,
    private readonly listMyInvitations: ListMyInvitations,
    private readonly acceptInvitation: AcceptInvitation,
  ) {}

  @Requires('edit-account')
  @Get()
  @ApiOperation({ operationId: 'listMyInvitations', summary: 'Roles that one is invited to' })
  @ApiOkResponse({ type: MyInvitationListDto })
  async list(@CurrentResident() resident: CurrentAccount): Promise<MyInvitationListDto> {
    const invitations = await this.listMyInvitations.execute(resident);
    return {
      items: invitations.map(({ id, slug, name, role, invitedBy, expiresAt }) => ({
        id,
        district: { slug, name },
        role,
        invitedBy,
        expiresAt: expiresAt.toISOString(),
      })),
    };
  }

  @Requires('edit-account')
  @Post(':invitation/acceptance')
  @HttpCode(200)
  @ApiOperation({ operationId: 'acceptInvitation', summary: 'Take on the role that one is invited to' })
  @ApiOkResponse({ type: SessionDto })
  async accept(
    @Param('invitation', ParseUUIDPipe) invitation: string,
    @CurrentResident() resident: CurrentAccount,
    @Network() network: string,
    @Req() request: Request,
  ): Promise<SessionDto> {
    await this.acceptInvitation.execute(resident, invitation, network);
    return this.readSession.execute(await this.accounts.whoIs(resident.id, isSecondFactorConfirmed(request)));
  }
}
