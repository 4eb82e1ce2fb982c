/** What was handed in cannot be used; every mistake is named, and nothing was done. */
export class BadInput extends Error {
  constructor(
    readonly source: string,
    readonly mistakes: readonly string[],
  ) {
    super(`${source}: ${listed(mistakes)}`);
    this.name = 'BadInput';
  }
}

const SHOWN = 20;

/** One line, however many mistakes: a file that is wrong all over need not fill the screen. */
function listed(mistakes: readonly string[]): string {
  const more = mistakes.length - SHOWN;
  return mistakes.slice(0, SHOWN).join('; ') + (more > 0 ? `; and ${more} more` : '');
}
