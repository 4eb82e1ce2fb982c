import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { readOpenapiDocument } from '@buurtstem/contract/openapi';
import { Public } from '@buurtstem/platform-api';

/** The committed document; a test holds it against what the code says. */
@ApiExcludeController()
@Controller('openapi.json')
export class OpenapiController {
  @Get()
  @Public()
  @Header('Access-Control-Allow-Origin', '*')
  document(): Promise<object> {
    return readOpenapiDocument();
  }
}
