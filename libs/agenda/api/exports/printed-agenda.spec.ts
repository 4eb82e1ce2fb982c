import type { MeetingDto } from '../agenda.dto';
import { printedAgenda } from './printed-agenda';

const district = { id: 1, slug: 'west', name: 'West', municipality: 'Voorbeeldstad' };
const meeting: MeetingDto = {
  id: '02eb29b5-e758-4df9-8cbe-9148cb1c330d',
  startsAt: '2026-12-03T18:30:00.000Z',
  agendaDeadline: '2026-11-23T11:00:00.000Z',
  place: 'Raadzaal',
  contact: '',
  state: 'planned',
  reason: '',
  sequence: 0,
  published: null,
  entries: [],
  items: [],
};
const published = { version: 2, publishedAt: '2026-11-24T09:00:00.000Z', note: '' };

describe('a printed agenda says how final it is', () => {
  it.each<[string, Partial<MeetingDto>, string]>([
    ['not published yet', {}, 'Voorlopige agenda: de griffier heeft de agenda nog niet gepubliceerd'],
    [
      'never published, and the meeting was held',
      { state: 'held' },
      'De griffier heeft deze agenda niet gepubliceerd: hier staan de plannen die zijn besproken',
    ],
    ['published', { published }, 'Versie 2, gepubliceerd op dinsdag 24 november 2026'],
    [
      'cancelled, also after it was published',
      { state: 'cancelled', reason: 'De zaal is dicht.', published },
      'Deze vergadering gaat niet door. De reden: De zaal is dicht.',
    ],
  ])('%s', (_case, change, words) => {
    const { version } = printedAgenda(district, { ...meeting, ...change });
    // Dates keep their words together with no-break spaces.
    expect(version.replaceAll('\u00a0', ' ')).toBe(words);
  });
});
