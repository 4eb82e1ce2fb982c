import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Next,
  Param,
  ParseUUIDPipe,
  Patch,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import {
  CurrentResident,
  MediaStore,
  Requires,
  WholeNumber,
  type CurrentAccount,
} from '@buurtstem/platform-api';
import { PICTURE_TYPES } from '@buurtstem/shared-domain';
import type { NextFunction, Request, Response } from 'express';
import { AddPicture } from './add-picture';
import { DescribePicture } from './describe-picture';
import { OrderPictures } from './order-pictures';
import type { OwnProposal } from './own-pictures';
import { ReadPictures } from './read-pictures';
import { RemovePicture } from './remove-picture';
import { DescribePictureDto, NewPictureQueryDto, OrderPicturesDto, PicturesDto } from './write-pictures.dto';

/** The photos beside one's own proposal, as long as its text may be changed. */
@ApiTags('proposals')
@Controller('districts/:district/proposals/:number')
export class PicturesController {
  constructor(
    private readonly districts: Districts,
    private readonly store: MediaStore,
    private readonly read: ReadPictures,
    private readonly addPicture: AddPicture,
    private readonly describePicture: DescribePicture,
    private readonly orderPictures: OrderPictures,
    private readonly removePicture: RemovePicture,
  ) {}

  @Put('pictures/:picture')
  @Requires('edit-own-proposal')
  @ApiOperation({
    operationId: 'putPicture',
    summary: 'Puts a photo beside a proposal, made smaller and without the place where it was taken.',
    description: 'Whoever sends it makes up the id. The same again changes nothing.',
  })
  @ApiConsumes(...PICTURE_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: PicturesDto })
  async put(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Param('picture', ParseUUIDPipe) id: string,
    @Query() { alt }: NewPictureQueryDto,
    @Req() request: Request,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<PicturesDto> {
    const plan = await this.own(district, number, resident);
    const body: unknown = request.body;
    // Without a body at all there is nothing to parse, and the parser leaves no bytes.
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    await this.addPicture.execute(plan, { id, bytes, alt: alt ?? '' });
    return this.read.of(district, plan);
  }

  @Patch('pictures/:picture')
  @Requires('edit-own-proposal')
  @ApiOperation({ operationId: 'describePicture', summary: 'Says what a photo shows.' })
  @ApiOkResponse({ type: PicturesDto })
  async describe(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Param('picture', ParseUUIDPipe) id: string,
    @Body() { alt }: DescribePictureDto,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<PicturesDto> {
    const plan = await this.own(district, number, resident);
    await this.describePicture.execute(plan, id, alt);
    return this.read.of(district, plan);
  }

  @Put('picture-order')
  @Requires('edit-own-proposal')
  @ApiOperation({ operationId: 'orderPictures', summary: 'Puts the photos in another order.' })
  @ApiOkResponse({ type: PicturesDto })
  async order(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Body() { pictures }: OrderPicturesDto,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<PicturesDto> {
    const plan = await this.own(district, number, resident);
    await this.orderPictures.execute(plan, pictures);
    return this.read.of(district, plan);
  }

  @Delete('pictures/:picture')
  @Requires('edit-own-proposal')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removePicture', summary: 'Takes a photo away.' })
  @ApiNoContentResponse()
  async remove(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Param('picture', ParseUUIDPipe) id: string,
    @CurrentResident() resident: CurrentAccount,
  ): Promise<void> {
    await this.removePicture.execute(await this.own(district, number, resident), id);
  }

  @Get('pictures/:picture/:file')
  @Requires('edit-own-proposal')
  @ApiOperation({
    operationId: 'getDraftPicture',
    summary:
      'A file of a photo beside a draft, for its submitter; those of public proposals are below /media.',
  })
  @ApiProduces('image/avif', 'image/webp', 'image/jpeg')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Param('district') district: string,
    @Param('number', WholeNumber) number: number,
    @Param('picture', ParseUUIDPipe) id: string,
    @Param('file') file: string,
    @CurrentResident() resident: CurrentAccount,
    @Req() request: Request,
    @Res() response: Response,
    @Next() next: NextFunction,
  ): Promise<void> {
    const path = await this.read.fileOf(await this.own(district, number, resident), id, file);
    this.store.serve(path, request, response, next);
  }

  private async own(district: string, number: number, { id }: CurrentAccount): Promise<OwnProposal> {
    return { districtId: await this.districts.idOf(district), number, editorId: id };
  }
}
