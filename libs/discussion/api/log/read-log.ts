import { Injectable } from '@nestjs/common';
import type { LogPageDto, ReadLogDto } from './log.dto';

/** The public moderation log. */
@Injectable()
export class ReadLog {
  page(_district: string, _asked: ReadLogDto): Promise<LogPageDto> {
    throw new Error('to be written');
  }

  feed(_district: string): Promise<string> {
    throw new Error('to be written');
  }
}
