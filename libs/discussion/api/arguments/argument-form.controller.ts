import { Body, Controller, Param, Post, Redirect, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  asking,
  Config,
  CurrentResident,
  forgetFields,
  FORM_PREFIX,
  FormOn,
  goOn,
  Requires,
  WholeNumber,
  type CurrentAccount,
  type GoOn,
} from '@buurtstem/platform-api';
import type { Request, Response } from 'express';
import { PostArgumentDto } from './arguments.dto';
import { PostOnline } from './post-online';

/** The page of the plan, told that it is about the argument and not about the vote, at this place in it. */
const planPage = (district: unknown, number: unknown, place: string): string =>
  `/${encodeURIComponent(String(district))}/plannen/${encodeURIComponent(String(number))}?bij=argument#${place}`;

/** Placing an argument without scripts: the same use case as the API's, and the plan as the answer. */
@ApiExcludeController()
@Controller(FORM_PREFIX)
export class ArgumentFormController {
  constructor(
    private readonly config: Config,
    private readonly postOnline: PostOnline,
  ) {}

  @Requires('post-argument')
  @Post(':district/plannen/:number/argument')
  @FormOn(({ params }) => planPage(params['district'], params['number'], 'geef-argument'), ['side', 'body'])
  @Redirect()
  async post(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Body() { side, body }: PostArgumentDto,
    @CurrentResident() author: CurrentAccount,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<GoOn> {
    const id = await this.postOnline.argument({ district, number, author, side, body });
    forgetFields(request, response, this.config);
    // The newest first, so that the own argument is among the first ones.
    const page = asking(planPage(district, number, `reactie-${id}`), { volgorde: 'nieuwste' });
    return goOn(page, 'geplaatst');
  }
}
