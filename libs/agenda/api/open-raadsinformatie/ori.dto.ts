import { ApiProperty } from '@nestjs/swagger';

const STATUS = ['gepland', 'gehouden', 'geannuleerd'] as const;
const TYPES = ['voorstel', 'ingekomen_stuk', 'mededeling', 'besluitvormingsstuk'] as const;

/** Fields and limits are those of VNG Open Raadsinformatie 2.0.0-beta.4; its names are Dutch. */
export class VerwijzingDto {
  @ApiProperty({ maxLength: 40 }) id: string;
  @ApiProperty({ format: 'uri' }) url: string;
}

export class GremiumDto {
  @ApiProperty({ maxLength: 10 }) gremiumidentificatie: string;
  @ApiProperty({ maxLength: 100 }) gremiumnaam: string;
}

export class VergaderingDto extends VerwijzingDto {
  @ApiProperty({ maxLength: 100 }) naam: string;
  @ApiProperty({ enum: ['commissievergadering'], enumName: 'Vergaderingstype' })
  vergaderingstype: 'commissievergadering';
  @ApiProperty({ enum: STATUS, enumName: 'Vergaderingstatus' }) status: (typeof STATUS)[number];
  @ApiProperty({ format: 'date' }) geplandeVergaderdatum: string;
  @ApiProperty({ format: 'date-time' }) geplandeAanvangVergadering: string;
  @ApiProperty({ format: 'date-time' }) geplandeEindeVergadering: string;
  @ApiProperty({ format: 'date', required: false, description: 'Once it was held.' }) vergaderdatum?: string;
  @ApiProperty({ maxLength: 100 }) locatie: string;
  @ApiProperty({ description: 'Why it was changed or cancelled; may be empty.' }) vergadertoelichting: string;
  @ApiProperty({ type: GremiumDto }) georganiseerdDoorGremium: GremiumDto;
  @ApiProperty({ type: [String], format: 'uri' }) agendapunten: string[];
}

export class AgendapuntDto extends VerwijzingDto {
  @ApiProperty({ type: VerwijzingDto }) vergadering: VerwijzingDto;
  @ApiProperty({ maxLength: 100 }) agendapuntTitel: string;
  @ApiProperty() agendapuntOmschrijving: string;
  @ApiProperty({ maxLength: 20 }) agendapuntKenmerk: string;
  @ApiProperty({ maxLength: 3 }) agendapuntvolgnummer: string;
  @ApiProperty({ maxLength: 10 }) geplandAgendapuntvolgnummer: string;
  @ApiProperty({ format: 'date-time' }) geplandeStarttijd: string;
  @ApiProperty({ format: 'date-time' }) geplandeEindtijd: string;
  @ApiProperty() indicatorBehandeld: boolean;
  @ApiProperty({ description: 'Whether behind closed doors: never here.' }) indicatorBesloten: boolean;
  @ApiProperty({ type: [String], format: 'uri' }) informatieobjecten: string[];
}

export class InformatieobjectDto extends VerwijzingDto {
  @ApiProperty({ maxLength: 100 }) titel: string;
  @ApiProperty() omschrijving: string;
  @ApiProperty({ required: false, maxLength: 200 }) auteur?: string;
  @ApiProperty({ required: false }) inhoud?: string;
  @ApiProperty({ format: 'date' }) creatiedatum: string;
  @ApiProperty({ format: 'date', required: false }) datumIngediend?: string;
  @ApiProperty({ enum: TYPES, enumName: 'Informatieobjecttype' })
  informatieobjecttype: (typeof TYPES)[number];
  @ApiProperty({ format: 'uri' }) link: string;
  @ApiProperty({ maxLength: 20 }) taal: string;
  @ApiProperty() vertrouwelijkheidsaanduiding: string;
  @ApiProperty({ type: [VerwijzingDto] }) vergaderingen: VerwijzingDto[];
  @ApiProperty({ type: [VerwijzingDto] }) agendapunten: VerwijzingDto[];
}

/** The standard's page of a list; here everything is on one. */
export class OriListDto {
  @ApiProperty({ type: String, format: 'uri', nullable: true }) next: string | null;
  @ApiProperty({ type: String, format: 'uri', nullable: true }) previous: string | null;
}

export class VergaderingenDto extends OriListDto {
  @ApiProperty({ type: [VergaderingDto] }) results: VergaderingDto[];
}

export class AgendapuntenDto extends OriListDto {
  @ApiProperty({ type: [AgendapuntDto] }) results: AgendapuntDto[];
}

export class InformatieobjectenDto extends OriListDto {
  @ApiProperty({ type: [InformatieobjectDto] }) results: InformatieobjectDto[];
}
