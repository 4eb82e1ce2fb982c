import type { CanMatchFn } from '@angular/router';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A meeting whose id is none does not exist; no need to ask the API. */
export const endsInMeeting: CanMatchFn = (_route, segments) => ID.test(segments.at(-1)?.path ?? '');
