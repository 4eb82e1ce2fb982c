import { TransferState } from '@angular/core';

/**
 * What the page hands to the browser, in the order of the keys and not in the order in which the API's answers happened
 * to come: the same page is then the same bytes, and whoever has it already gets 304.
 */
export class SteadyState extends TransferState {
  override toJson(): string {
    const written = JSON.parse(super.toJson()) as Record<string, unknown>;
    const sorted = Object.fromEntries(Object.entries(written).sort(([a], [b]) => (a < b ? -1 : 1)));
    // As Angular does: no text in it can end the script element that it stands in.
    return JSON.stringify(sorted).replace(/</g, '\\u003C').replace(/\//g, '\\u002F');
  }
}
