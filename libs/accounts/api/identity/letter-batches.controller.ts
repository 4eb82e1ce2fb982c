import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Districts } from '@buurtstem/districts-api';
import { CurrentResident, Requires, type CurrentAccount } from '@buurtstem/platform-api';
import { CreateLetterBatch } from './create-letter-batch';
import { CreateLetterBatchDto, LetterBatchDto, LetterBatchListDto, NewLetterBatchDto } from './identity.dto';
import { LetterBatches } from './letter-batches';
import { RevokeLetterBatch } from './revoke-letter-batch';

@ApiTags('identity')
@Controller('districts/:district/letter-batches')
export class LetterBatchesController {
  constructor(
    private readonly districts: Districts,
    private readonly batches: LetterBatches,
    private readonly createBatch: CreateLetterBatch,
    private readonly revokeBatch: RevokeLetterBatch,
  ) {}

  @Get()
  @Requires('issue-letter-codes')
  @ApiOperation({ operationId: 'listLetterBatches', summary: 'The batches of letters; newest first.' })
  @ApiOkResponse({ type: LetterBatchListDto })
  async listLetterBatches(@Param('district') district: string): Promise<LetterBatchListDto> {
    return { items: await this.batches.all(await this.districts.idOf(district)) };
  }

  @Post()
  @Requires('issue-letter-codes')
  @ApiOperation({
    operationId: 'createLetterBatch',
    summary: 'Makes codes to print in letters; they are told once.',
  })
  @ApiCreatedResponse({ type: NewLetterBatchDto })
  async createLetterBatch(
    @Param('district') district: string,
    @Body() { label, size }: CreateLetterBatchDto,
    @CurrentResident() staff: CurrentAccount,
  ): Promise<NewLetterBatchDto> {
    return this.createBatch.execute(await this.districts.idOf(district), { label, size }, staff.id);
  }

  @Post(':batch/revocation')
  @HttpCode(200)
  @Requires('issue-letter-codes')
  @ApiOperation({ operationId: 'revokeLetterBatch', summary: 'Makes the unused codes of a batch worthless.' })
  @ApiOkResponse({ type: LetterBatchDto })
  async revokeLetterBatch(
    @Param('district') district: string,
    @Param('batch', ParseUUIDPipe) batch: string,
  ): Promise<LetterBatchDto> {
    const districtId = await this.districts.idOf(district);
    await this.revokeBatch.execute(districtId, batch);
    return this.batches.one(districtId, batch);
  }
}
