import { aMeeting } from '../testing';
import { asMeeting, draftOf, newDraft } from './meeting-draft';

const NOW = new Date('2026-11-29T13:45:00Z');

describe('what stands in the form of a new meeting', () => {
  it('is an evening five weeks ahead, with an agenda that closes before it', () => {
    expect(newDraft([], NOW)).toEqual({
      day: '2027-01-03',
      time: '19:30',
      place: '',
      contact: '',
      deadlineDay: '2026-12-23',
      deadlineTime: '12:00',
    });
  });

  it('is four weeks after the latest one, at its time and place', () => {
    expect(
      newDraft([aMeeting(), aMeeting({ startsAt: '2027-05-01T18:00:00Z', state: 'cancelled' })], NOW),
    ).toEqual({
      day: '2026-12-29',
      time: '19:30',
      place: 'Buurthuis De Loods, Havenkade 12',
      contact: 'Bram Visser, 088 123 45 67',
      deadlineDay: '2026-12-18',
      deadlineTime: '12:00',
    });
  });

  it('lies ahead also when the latest meeting was long ago', () => {
    const old = aMeeting({ startsAt: '2026-06-02T17:30:00Z', agendaDeadline: '2026-05-22T10:00:00Z' });
    const { deadlineDay, time } = newDraft([old], NOW);
    expect(deadlineDay > '2026-11-29').toBe(true);
    expect(time).toBe('19:30');
  });
});

describe('a meeting as it is typed', () => {
  it('is sent as instants, and reads back the same', () => {
    const meeting = aMeeting();
    expect(asMeeting(draftOf(meeting))).toEqual({
      startsAt: '2026-12-01T18:30:00.000Z',
      agendaDeadline: '2026-11-20T11:00:00.000Z',
      place: meeting.place,
      contact: meeting.contact,
    });
  });

  it('is nothing while a day is missing', () => {
    expect(asMeeting({ ...draftOf(aMeeting()), day: '' })).toBeNull();
  });
});
