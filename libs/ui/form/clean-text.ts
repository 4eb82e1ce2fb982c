/** Spaces of no width, soft hyphens and marks of direction: they come along with pasted text, and nobody sees them. */
const HIDDEN = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/gu;

function withoutHiddenCharacters(text: string): string {
  return text.replace(HIDDEN, '').replace(CONTROL, '');
}

/** A text as a form sends it: without surrounding blanks, and without the invisible characters that the API refuses. */
export function cleanText(text: string): string {
  return withoutHiddenCharacters(text).trim();
}
