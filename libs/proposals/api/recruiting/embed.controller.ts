import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '@buurtstem/platform-api';
import { DescribeEmbed } from './describe-embed';
import { AskEmbedDto, EmbedDto } from './recruiting.dto';

/** Where other sites ask how to show a plan. */
@ApiTags('recruiting')
@Controller('oembed')
export class EmbedController {
  constructor(private readonly embeds: DescribeEmbed) {}

  @Get()
  @Public()
  @Header('Cache-Control', 'public, max-age=300')
  @Header('Access-Control-Allow-Origin', '*')
  @Header('Cross-Origin-Resource-Policy', 'cross-origin')
  @ApiOperation({
    operationId: 'describeEmbed',
    summary: 'How to show a proposal on another site (oEmbed 1.0).',
  })
  @ApiOkResponse({ type: EmbedDto })
  embed(@Query() asked: AskEmbedDto): Promise<EmbedDto> {
    return this.embeds.of(asked);
  }
}
