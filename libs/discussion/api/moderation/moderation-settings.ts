import { Injectable } from '@nestjs/common';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { fits, Refusal, type FieldError } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import { ModerationSettingsEntity } from './entities';
import type { MessageTemplateDto, ModerationSettingsDto, SetModerationSettingsDto } from './settings.dto';

/** Watch words and message templates of a district. */
@Injectable()
export class ModerationSettings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  async of(districtId: number): Promise<ModerationSettingsDto> {
    const found = await this.dataSource.manager.findOneBy(ModerationSettingsEntity, { districtId });
    if (!found) return { watchWords: [], templates: [], version: 0 };
    const { watchWords, templates, version } = found;
    return { watchWords, templates, version };
  }

  async set(districtId: number, wanted: SetModerationSettingsDto): Promise<ModerationSettingsDto> {
    const errors = [...mistakesInWords(wanted.watchWords), ...mistakesInTemplates(wanted.templates)];
    if (errors.length > 0) throw new Refusal('invalid-input', errors);
    const watchWords = [...new Set(wanted.watchWords.map(tidied))].sort((a, b) => a.localeCompare(b, 'nl'));
    const templates = wanted.templates.map(({ reason, text }) => ({ reason, text: text.trim() }));
    await this.transaction.run(async (em) => {
      const values = [
        districtId,
        watchWords,
        JSON.stringify(templates),
        wanted.version,
        await this.clock.now(em),
      ];
      const [saved] = await em.query<unknown[]>(wanted.version === 0 ? FIRST : NEXT, values);
      if (!saved) throw new Refusal('version-conflict');
    });
    return this.of(districtId);
  }
}

const FIRST = `
  insert into moderation_settings (district_id, watch_words, templates, version, updated_at)
  values ($1, $2::text[], $3::jsonb, $4::integer + 1, $5) on conflict (district_id) do nothing returning version`;

/** In a query of its own, since the driver answers an update in another shape than an insert. */
const NEXT = `
  with saved as (
    update moderation_settings set watch_words = $2::text[], templates = $3::jsonb, version = $4::integer + 1,
      updated_at = $5
    where district_id = $1 and version = $4::integer
    returning version)
  select version from saved`;

function tidied(word: string): string {
  return word.trim().replace(/\s+/g, ' ').toLowerCase();
}

function mistakesInWords(words: readonly string[]): FieldError[] {
  const { min, max } = TEXT_LENGTHS.watchWord;
  return words.flatMap((word, index): FieldError[] => {
    const field = `watchWords.${index}`;
    if (!fits(tidied(word), { min, max }))
      return [{ field, code: 'invalid-input', message: `between ${min} and ${max} characters` }];
    // Words are found as words: signs alone would never be.
    return /[\p{L}\p{N}]/u.test(word) ? [] : [{ field, code: 'invalid-input', message: 'has no letter' }];
  });
}

function mistakesInTemplates(templates: readonly MessageTemplateDto[]): FieldError[] {
  const { min, max } = TEXT_LENGTHS.message;
  return templates.flatMap(({ reason, text }, index): FieldError[] => {
    const isRepeated = templates.findIndex((other) => other.reason === reason) < index;
    return [
      ...(isRepeated
        ? [{ field: `templates.${index}.reason`, code: 'invalid-input' as const, message: 'stands twice' }]
        : []),
      ...(fits(text, { min, max })
        ? []
        : [
            {
              field: `templates.${index}.text`,
              code: 'message-length' as const,
              message: `between ${min} and ${max} characters`,
            },
          ]),
    ];
  });
}
