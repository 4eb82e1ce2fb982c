import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import {
  CurrentResident,
  OptionalResident,
  Public,
  Requires,
  type CurrentAccount,
} from '@buurtstem/platform-api';
import type { Request, Response } from 'express';
import { BROKER_CALLBACK } from './broker';
import { BrokerLogin } from './broker-login';
import { BrokerQueryDto } from './identity.dto';

@ApiTags('identity')
@Controller()
export class BrokerController {
  constructor(
    private readonly districts: Districts,
    private readonly login: BrokerLogin,
  ) {}

  @Get('districts/:district/broker')
  @Requires('prove-identity')
  @ApiOperation({ operationId: 'startBroker', summary: 'Sends the browser to the identity provider.' })
  @ApiFoundResponse({ description: 'To the identity provider.' })
  async start(
    @Param('district') district: string,
    @Query() { returnTo }: BrokerQueryDto,
    @CurrentResident() resident: CurrentAccount,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const districtId = await this.districts.idOf(district);
    response.redirect(await this.login.start({ districtId, returnTo, accountId: resident.id }, request));
  }

  @Get(BROKER_CALLBACK)
  @Public()
  @ApiOperation({
    operationId: 'finishBroker',
    summary: 'Where the identity provider sends the browser back to.',
  })
  @ApiFoundResponse({ description: 'To the page that it started from, with `?identiteit=`.' })
  async finish(
    @OptionalResident() resident: CurrentAccount | null,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    response.redirect(await this.login.finish(resident, request));
  }
}
