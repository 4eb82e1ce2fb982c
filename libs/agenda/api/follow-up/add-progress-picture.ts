import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { PictureIntake, refuseLength, Transaction } from '@buurtstem/platform-api';
import { hasHiddenCharacters, Refusal, type AgendaItemId } from '@buurtstem/shared-domain';
import { ProgressReportEntity } from '../entities';

/** Puts a photo beside a progress report. The same again replaces it. */
@Injectable()
export class AddProgressPicture {
  constructor(
    private readonly transaction: Transaction,
    private readonly dataSource: DataSource,
    private readonly intake: PictureIntake,
  ) {}

  async execute(
    report: { readonly districtId: number; readonly item: string; readonly number: number },
    picture: { readonly bytes: Buffer; readonly alt: string },
  ): Promise<void> {
    refuseLength(picture.alt, TEXT_LENGTHS.pictureAlt, 'alt', 'picture-alt-length');
    // It comes in the address, which the check of bodies does not see.
    if (hasHiddenCharacters(picture.alt)) {
      const message = 'holds characters that cannot be seen';
      throw new Refusal('invalid-input', [{ field: 'alt', code: 'hidden-characters', message }]);
    }
    const where = {
      districtId: report.districtId,
      agendaItemId: report.item as AgendaItemId,
      id: String(report.number),
    };
    await this.find(where);
    const { path, width, height } = await this.intake.take(picture.bytes);
    await this.transaction.run(async (em) => {
      const changed = await em.update(ProgressReportEntity, where, {
        picturePath: path,
        pictureAlt: picture.alt.trim(),
        pictureWidth: width,
        pictureHeight: height,
      });
      if (changed.affected !== 1) throw new Refusal('progress-report-not-found');
    });
  }

  /** Before the work of unpacking a photo that belongs to nothing. */
  private async find(where: Pick<ProgressReportEntity, 'districtId' | 'agendaItemId' | 'id'>): Promise<void> {
    const isThere = await this.dataSource.manager.existsBy(ProgressReportEntity, where);
    if (!isThere) throw new Refusal('progress-report-not-found');
  }
}
