import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiSeeOtherResponse,
  ApiTags,
} from '@nestjs/swagger';
import { Public } from '@buurtstem/platform-api';
import type { Response } from 'express';
import { StopMail } from './stop-mail';
import { UnsubscriptionDto } from './unsubscriptions.dto';

/** What the page's own buttons send, beside what a mail program does. */
const CHOICE = 'keuze';
const START_AGAIN = 'weer-aan';

/**
 * Behind the links in mail. This is the one route that takes a form, from wherever it is sent (RFC 8058): whoever has the
 * token has the mail, and it needs no session. GET changes nothing.
 */
@ApiTags('notifications')
@Controller('unsubscriptions')
export class UnsubscriptionsController {
  constructor(private readonly stopMail: StopMail) {}

  @Get(':token')
  @Public()
  @ApiOperation({ operationId: 'getUnsubscription', summary: 'What a link from a mail stops.' })
  @ApiOkResponse({ type: UnsubscriptionDto })
  look(@Param('token') token: string): Promise<UnsubscriptionDto> {
    return this.stopMail.look(token);
  }

  @Post(':token')
  @Public()
  @ApiOperation({
    operationId: 'unsubscribe',
    summary: 'Stops the mail that the link came with, in one click and without signing in (RFC 8058).',
    description: `A mail program sends List-Unsubscribe=One-Click. The page sends ${CHOICE}=stoppen or ${CHOICE}=${START_AGAIN}, and is sent back to itself.`,
  })
  @ApiConsumes('application/x-www-form-urlencoded', 'multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      properties: {
        'List-Unsubscribe': { type: 'string' },
        [CHOICE]: { type: 'string', enum: ['stoppen', START_AGAIN] },
      },
    },
  })
  @ApiNoContentResponse({ description: 'Stopped.' })
  @ApiSeeOtherResponse({ description: 'To the page that was posted from.' })
  async change(
    @Param('token') token: string,
    // A text where it came as multipart: that is a mail program, and it asks for one thing only.
    @Body() form: Record<string, unknown> | string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const choice = typeof form === 'object' ? form[CHOICE] : undefined;
    await (choice === START_AGAIN ? this.stopMail.startAgain(token) : this.stopMail.stop(token));
    if (choice === undefined) response.status(204).end();
    else response.redirect(303, `/afmelden/${token}`);
  }
}
