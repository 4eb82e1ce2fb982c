import { Injectable } from '@nestjs/common';
import type { ModerationSettingsDto, SetModerationSettingsDto } from './settings.dto';

/** Watch words and message templates of a district. */
@Injectable()
export class ModerationSettings {
  of(_districtId: number): Promise<ModerationSettingsDto> {
    throw new Error('to be written');
  }

  set(_districtId: number, _wanted: SetModerationSettingsDto): Promise<ModerationSettingsDto> {
    throw new Error('to be written');
  }
}
