import { Controller, Get, Header, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public, WholeNumber } from '@buurtstem/platform-api';
import { DrawCard } from './draw-card';
import { PrintPoster } from './print-poster';
import { CardDto, PosterDto } from './recruiting.dto';

/** What brings neighbours to a plan: shown on other sites, and on paper. */
@ApiTags('recruiting')
@Controller('districts/:district/proposals/:number')
export class RecruitingController {
  constructor(
    private readonly cards: DrawCard,
    private readonly posters: PrintPoster,
  ) {}

  @Get('share-card')
  @Public()
  @Header('Cache-Control', 'public, max-age=300')
  @Header('Cross-Origin-Resource-Policy', 'cross-origin')
  @ApiOperation({
    operationId: 'getShareCard',
    summary: 'The picture of a proposal for sites that show links, with its first photo if it has one.',
  })
  @ApiProduces('image/png', 'image/jpeg')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async card(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Query() { lang }: CardDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    const { etag, type, bytes } = await this.cards.of({ district, number }, lang);
    response.setHeader('ETag', etag);
    return unlessKnown(request, response, async () => new StreamableFile(await bytes(), { type }));
  }

  @Get('poster')
  @Public()
  @Header('Cache-Control', 'public, max-age=300')
  @ApiOperation({
    operationId: 'getPoster',
    summary: 'A poster with a code that leads to the proposal, as PDF.',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async poster(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Query() { size, lang }: PosterDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    const { etag, name, bytes } = await this.posters.of({ district, number }, size, lang);
    response.setHeader('ETag', etag);
    return unlessKnown(
      request,
      response,
      async () =>
        new StreamableFile(await bytes(), {
          type: 'application/pdf',
          disposition: `inline; filename="${name}"`,
        }),
    );
  }
}

/** Says "as you have it" to who has it, without making it again. */
async function unlessKnown(
  request: Request,
  response: Response,
  make: () => Promise<StreamableFile>,
): Promise<StreamableFile | undefined> {
  if (!request.fresh) return make();
  response.status(304);
  return undefined;
}
