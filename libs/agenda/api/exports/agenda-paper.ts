import type { Block, Paper } from '@buurtstem/platform-api';
import type { MeetingDto } from '../agenda.dto';
import type { ExportedDistrict, PrintedAgenda, PrintedEntry } from './printed-agenda';

/** The agenda on paper: the whole of it at a glance, then what there is to read of each plan. */
export function agendaPaper(district: ExportedDistrict, meeting: MeetingDto, agenda: PrintedAgenda): Paper {
  return {
    title: agenda.title,
    subtitle: agenda.when,
    footer: `Buurtstem ${district.name}, ${district.municipality}`,
    // The same agenda is the same file: what it says is of the day on which it was published.
    date: new Date(meeting.published?.publishedAt ?? meeting.startsAt),
    blocks: [
      {
        kind: 'facts',
        facts: [
          ['Wanneer', agenda.when],
          ['Plaats', agenda.place],
          ['Versie', agenda.version],
          ...(meeting.contact === '' ? [] : [['Vragen', meeting.contact] as const]),
          ...(agenda.note === '' ? [] : [['Veranderd', agenda.note] as const]),
        ],
      },
      { kind: 'heading', level: 2, text: 'De agenda' },
      ...(agenda.entries.length === 0
        ? [{ kind: 'paragraph', text: 'Er staat nog niets op de agenda.' } as const]
        : [tableOf(agenda.entries)]),
      ...agenda.entries.flatMap(planBlocks),
    ],
  };
}

function tableOf(entries: readonly PrintedEntry[]): Block {
  return {
    kind: 'table',
    columns: [
      { header: 'Nr', width: 1, align: 'right' },
      { header: 'Tijd', width: 2 },
      { header: 'Onderwerp', width: 8, namesRow: true },
      { header: 'Minuten', width: 2, align: 'right' },
    ],
    rows: entries.map(({ number, startsAt, title, minutes }) => [
      String(number),
      startsAt,
      title,
      String(minutes),
    ]),
  };
}

function planBlocks({ number, title, startsAt, endsAt, plan }: PrintedEntry): Block[] {
  if (!plan) return [];
  return [
    { kind: 'heading', level: 2, text: `${number}. ${title}` },
    { kind: 'paragraph', text: plan.summary },
    {
      kind: 'facts',
      facts: [
        ['Tijd', `${startsAt} tot ${endsAt} uur`],
        ['Plan', `nummer ${plan.number}`],
        ...(plan.submitter === '' ? [] : [['Indiener', plan.submitter] as const]),
        ['Stemmen', plan.votes],
      ],
    },
    ...(plan.note
      ? ([
          { kind: 'heading', level: 3, text: `Uitleg van de gemeente, door ${plan.note.author}` },
          { kind: 'paragraph', text: plan.note.text },
        ] as const)
      : []),
    ...(plan.outcome === ''
      ? []
      : ([
          { kind: 'heading', level: 3, text: 'Besluit van de commissie' },
          { kind: 'paragraph', text: plan.outcome },
        ] as const)),
  ];
}
