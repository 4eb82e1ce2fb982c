import { takeOver } from './take-over';

/** What a listener answers that hears the event in time. */
function inTime(event: Event): boolean {
  let answer = false;
  const target = new EventTarget();
  target.addEventListener(event.type, () => (answer = takeOver(event)));
  target.dispatchEvent(event);
  return answer;
}

const press = (): Event => new Event('submit', { cancelable: true });

describe('a press that a script takes over from the browser', () => {
  it('is the script’s, and the browser stops', () => {
    const event = press();
    expect([inTime(event), event.defaultPrevented]).toEqual([true, true]);
  });

  it('is the browser’s from before the scripts came', () => {
    const event = press();
    Object.defineProperty(event, 'eventPhase', { value: 101 });
    expect([inTime(event), event.defaultPrevented]).toEqual([false, false]);
  });

  it('is the browser’s once that is done with it: a part of the page that came later hears of it', () => {
    const event = press();
    new EventTarget().dispatchEvent(event);
    expect(takeOver(event)).toBe(false);
  });
});
