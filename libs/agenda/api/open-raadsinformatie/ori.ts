import { timesOf } from '@buurtstem/agenda-domain';
import type { AgendaItemDto } from '@buurtstem/proposals-api';
import type { AgendaEntryDto, MeetingDto } from '../agenda.dto';
import { DECISIONS, isoDay, longDate, wholeNumber } from '../exports/dutch';
import { outcomeAt, timesBefore, type ExportedDistrict } from '../exports/printed-agenda';
import type { AgendapuntDto, InformatieobjectDto, VergaderingDto, VerwijzingDto } from './ori.dto';
import { shortened } from './shortened';

/** Dates of an item that the agenda itself does not show. */
export interface ItemDates {
  readonly publishedAt: Date;
  readonly wonAt: Date;
}

/** Where the export stands: the addresses of its objects begin with `api`, those of pages with `site`. */
export interface OriScope {
  readonly district: ExportedDistrict & { readonly id: number };
  readonly api: string;
  readonly site: string;
  readonly datesOf: (itemId: string) => ItemDates;
}

const STATUS = { planned: 'gepland', held: 'gehouden', cancelled: 'geannuleerd' } as const;

export function vergaderingOf({ district, api }: OriScope, meeting: MeetingDto): VergaderingDto {
  const { endsAt } = timesOf(new Date(meeting.startsAt), meeting.entries);
  const name = `Vergadering commissie ${district.name} op ${longDate(meeting.startsAt)}`;
  return {
    ...verwijzing(api, 'vergaderingen', meeting.id),
    naam: shortened(name),
    vergaderingstype: 'commissievergadering',
    status: STATUS[meeting.state],
    geplandeVergaderdatum: isoDay(meeting.startsAt),
    geplandeAanvangVergadering: meeting.startsAt,
    geplandeEindeVergadering: endsAt.toISOString(),
    ...(meeting.state === 'held' && { vergaderdatum: isoDay(meeting.startsAt) }),
    locatie: shortened(meeting.place),
    vergadertoelichting: meeting.reason,
    georganiseerdDoorGremium: {
      gremiumidentificatie: String(district.id),
      gremiumnaam: shortened(`Commissie ${district.name}`),
    },
    agendapunten: meeting.entries.map((entry) => `${api}/agendapunten/${idOfEntry(meeting, entry)}`),
  };
}

export function agendapuntenOf({ api }: OriScope, meeting: MeetingDto): AgendapuntDto[] {
  return meeting.entries.map((entry, i) => {
    const endsAt = new Date(new Date(entry.startsAt).getTime() + entry.minutes * 60_000).toISOString();
    const documents = entry.item ? documentsOf(meeting, entry.item) : [];
    return {
      ...verwijzing(api, 'agendapunten', idOfEntry(meeting, entry)),
      vergadering: verwijzing(api, 'vergaderingen', meeting.id),
      agendapuntTitel: shortened(entry.title),
      agendapuntOmschrijving: entry.item?.proposal.summary ?? entry.title,
      agendapuntKenmerk: String(i + 1),
      agendapuntvolgnummer: String(i + 1),
      geplandAgendapuntvolgnummer: String(i + 1),
      geplandeStarttijd: entry.startsAt,
      geplandeEindtijd: endsAt,
      indicatorBehandeld: meeting.state === 'held',
      indicatorBesloten: false,
      informatieobjecten: documents.map((id) => `${api}/informatieobjecten/${id}`),
    };
  });
}

/** The plan, the report of its count, the official's note and what the committee decided. */
export function informatieobjectenOf(
  scope: OriScope,
  meetings: readonly MeetingDto[],
): InformatieobjectDto[] {
  const items = new Map(
    meetings.flatMap(({ items: winners }) => winners.map((item) => [item.id, item] as const)),
  );
  return [...items.values()].flatMap((item) => {
    const stands = meetings.filter((meeting) => meeting.items.some(({ id }) => id === item.id));
    return objectsOf(scope, item).map(({ only, ...object }) => {
      const at = stands.filter((meeting) => only === null || timesBefore(meeting, item) === only);
      return {
        ...verwijzing(scope.api, 'informatieobjecten', object.id),
        ...object,
        taal: 'dut',
        vertrouwelijkheidsaanduiding: 'openbaar',
        vergaderingen: at.map(({ id }) => verwijzing(scope.api, 'vergaderingen', id)),
        agendapunten: at.flatMap((meeting) =>
          meeting.entries
            .filter(({ id }) => id === item.id)
            .map((entry) => verwijzing(scope.api, 'agendapunten', idOfEntry(meeting, entry))),
        ),
      };
    });
  });
}

type Told = Pick<
  InformatieobjectDto,
  'id' | 'titel' | 'omschrijving' | 'creatiedatum' | 'informatieobjecttype' | 'link'
> &
  Partial<Pick<InformatieobjectDto, 'auteur' | 'inhoud' | 'datumIngediend'>> & {
    /** How often the item was held over before the meeting that it belongs to; null where it belongs to all. */
    readonly only: number | null;
  };

function objectsOf({ site, datesOf }: OriScope, item: AgendaItemDto): Told[] {
  const { proposalNumber: number, roundNumber, title, proposal, contextNote, outcomes } = item;
  const { publishedAt, wonAt } = datesOf(item.id);
  const link = `${site}/plannen/${number}`;
  const submitted = isoDay(publishedAt.toISOString());
  const { votesFor, votesAgainst } = proposal;
  return [
    {
      id: `plan-${number}`,
      titel: shortened(title),
      omschrijving: proposal.summary,
      ...(proposal.submitterName !== '' && { auteur: proposal.submitterName }),
      creatiedatum: submitted,
      datumIngediend: submitted,
      informatieobjecttype: 'voorstel',
      link,
      only: null,
    },
    {
      id: `uitslag-${roundNumber}`,
      titel: shortened(`Proces-verbaal van ronde ${roundNumber}`),
      omschrijving: `Plan ${number} kreeg ${wholeNumber(votesFor)} stemmen voor en ${wholeNumber(votesAgainst)} tegen.`,
      creatiedatum: isoDay(wonAt.toISOString()),
      informatieobjecttype: 'ingekomen_stuk',
      link: `${site}/uitslagen/${roundNumber}`,
      only: null,
    },
    ...(contextNote
      ? [
          {
            id: `uitleg-${number}`,
            titel: shortened(`Uitleg van de gemeente bij: ${title}`),
            omschrijving: `Uitleg van de gemeente, versie ${contextNote.version}.`,
            auteur: contextNote.authorName,
            inhoud: contextNote.text,
            creatiedatum: isoDay(contextNote.publishedAt),
            informatieobjecttype: 'mededeling' as const,
            link,
            only: null,
          },
        ]
      : []),
    ...outcomes.map((outcome, i) => ({
      id: `besluit-${number}-${i + 1}`,
      titel: shortened(`Besluit over: ${title}`),
      omschrijving: `De commissie heeft het plan ${DECISIONS[outcome.decision]}.`,
      inhoud: outcome.reasons,
      creatiedatum: isoDay(outcome.decidedAt),
      informatieobjecttype: 'besluitvormingsstuk' as const,
      link,
      only: i,
    })),
  ];
}

function documentsOf(meeting: MeetingDto, item: AgendaItemDto): string[] {
  const { proposalNumber: number, roundNumber } = item;
  const turn = timesBefore(meeting, item);
  return [
    `plan-${number}`,
    `uitslag-${roundNumber}`,
    ...(item.contextNote ? [`uitleg-${number}`] : []),
    ...(outcomeAt(meeting, item) ? [`besluit-${number}-${turn + 1}`] : []),
  ];
}

/** A winner that was held over stands on several agendas, each time as a point of its own. */
function idOfEntry(meeting: MeetingDto, { id, item }: AgendaEntryDto): string {
  return item ? `${id}-${timesBefore(meeting, item) + 1}` : id;
}

function verwijzing(api: string, kind: string, id: string): VerwijzingDto {
  return { id, url: `${api}/${kind}/${id}` };
}
