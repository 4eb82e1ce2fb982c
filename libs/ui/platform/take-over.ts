/** What Angular calls the phase of an event from before the scripts came, which it repeats once they are there. */
const REPLAY = 101;
/** The phase of an event that all are done with: Angular hands it on once the part that it was meant for has come. */
const OVER = 0;

/**
 * Stops the browser from sending a form or following a link, for a script to do it without loading a page. False for a
 * press from before the scripts came, or those of this part of the page: the browser is doing it already, and once is enough.
 */
export function takeOver(event: Event): boolean {
  if (event.eventPhase === REPLAY || event.eventPhase === OVER) return false;
  event.preventDefault();
  return true;
}
