import { stringify } from 'csv-stringify/sync';
import type { PrintedAgenda } from './printed-agenda';

const COLUMNS = [
  'Nr',
  'Begin',
  'Einde',
  'Minuten',
  'Onderwerp',
  'Plan',
  'Indiener',
  'Stemmen voor',
  'Stemmen tegen',
  'Samenvatting',
  'Uitleg van de gemeente',
  'Besluit',
];

/**
 * The agenda for a spreadsheet, as Dutch ones read it: a mark that it is UTF-8, and semicolons. A cell that would
 * be a formula is written as text.
 */
export function agendaTable(agenda: PrintedAgenda): string {
  const rows = agenda.entries.map(({ number, startsAt, endsAt, minutes, title, plan }) => [
    number,
    startsAt,
    endsAt,
    minutes,
    title,
    plan?.number ?? '',
    plan?.submitter ?? '',
    plan?.votesFor ?? '',
    plan?.votesAgainst ?? '',
    plan?.summary ?? '',
    plan?.note?.text ?? '',
    plan?.outcome ?? '',
  ]);
  return stringify([COLUMNS, ...rows], {
    bom: true,
    delimiter: ';',
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
