import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@buurtstem/platform-api';

/** The committed document; a test holds it against what the code says. */
@ApiExcludeController()
@Controller('openapi.json')
export class OpenapiController {
  @Get()
  @Public()
  @Header('Access-Control-Allow-Origin', '*')
  async document(): Promise<object> {
    // Few ask for it, and it is a megabyte that would stay.
    const { openapiDocument } = await import('@buurtstem/contract/openapi');
    return openapiDocument;
  }
}
