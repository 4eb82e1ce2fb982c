/** What Angular calls the phase of an event from before the scripts came, which it repeats once they are there. */
const REPLAY = 101;

/**
 * Stops the browser from sending a form or following a link, for a script to do it without loading a page. False for a
 * press from before the scripts came: the browser is doing it already, and once is enough.
 */
export function takeOver(event: Event): boolean {
  if (event.eventPhase === REPLAY) return false;
  event.preventDefault();
  return true;
}
