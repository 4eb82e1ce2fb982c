import { Body, Controller, Delete, Get, Header, HttpCode, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  Config,
  cookieSettings,
  CurrentResident,
  Requires,
  type CurrentAccount,
} from '@buurtstem/platform-api';
import type { Request, Response } from 'express';
import { endCurrentSession } from '../current-session';
import { SESSION_COOKIE } from '../session-handlers';
import { DownloadMyData } from './download-my-data';
import { EraseAccount } from './erase-account';
import { ErasureDto } from './my-data.dto';

/** What somebody may always ask: what is kept of me, and forget me. */
@ApiTags('account')
@Controller('account')
export class MyDataController {
  constructor(
    private readonly config: Config,
    private readonly downloadMyData: DownloadMyData,
    private readonly eraseAccount: EraseAccount,
  ) {}

  @Requires('edit-account')
  @Get('data')
  @Header('Content-Disposition', 'attachment; filename="buurtstem-mijn-gegevens.json"')
  @ApiOperation({ operationId: 'downloadMyData', summary: 'All that is kept of the account, as a file' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  download(@CurrentResident() resident: CurrentAccount): Promise<Record<string, unknown>> {
    return this.downloadMyData.execute(resident.id);
  }

  @Requires('edit-account')
  @Delete()
  @HttpCode(204)
  @ApiOperation({ operationId: 'eraseAccount', summary: 'Erase the account, for ever' })
  @ApiNoContentResponse()
  async erase(
    @Body() body: ErasureDto,
    @CurrentResident() resident: CurrentAccount,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.eraseAccount.execute(resident.id, { emailTyped: body.email });
    await endCurrentSession(request);
    const { named, options } = cookieSettings(this.config);
    response.clearCookie(named(SESSION_COOKIE), options);
  }
}
