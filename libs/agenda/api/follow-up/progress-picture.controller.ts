import { Controller, HttpCode, Param, ParseUUIDPipe, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import { Requires, WholeNumber } from '@buurtstem/platform-api';
import { PICTURE_TYPES } from '@buurtstem/shared-domain';
import type { Request } from 'express';
import { AddProgressPicture } from './add-progress-picture';
import { ProgressPictureQueryDto } from './follow-up.dto';

@ApiTags('agenda')
@Controller('districts/:district/agenda-items/:item/progress-reports/:report/picture')
export class ProgressPictureController {
  constructor(
    private readonly districts: Districts,
    private readonly addPicture: AddProgressPicture,
  ) {}

  @Put()
  @HttpCode(204)
  @Requires('report-progress')
  @ApiOperation({
    operationId: 'putProgressPicture',
    summary: 'Puts a photo beside a progress report; made smaller, and without the place where it was taken.',
  })
  @ApiConsumes(...PICTURE_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiNoContentResponse()
  async putProgressPicture(
    @Param('district') district: string,
    @Param('item', ParseUUIDPipe) item: string,
    @Param('report', WholeNumber) number: number,
    @Query() { alt }: ProgressPictureQueryDto,
    @Req() request: Request,
  ): Promise<void> {
    const districtId = await this.districts.idOf(district);
    const body: unknown = request.body;
    // Without a body at all there is nothing to parse, and the parser leaves no bytes.
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    await this.addPicture.execute({ districtId, item, number }, { bytes, alt });
  }
}
