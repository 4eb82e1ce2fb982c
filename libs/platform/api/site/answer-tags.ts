import type { KeptAnswers } from './kept-answers';
import type { SiteOptions } from './site';

/** How an answer to a visitor is marked now: as it is kept, or as the API says when it is asked on behalf of a page. */
export function answerTags(
  answers: KeptAnswers,
  { apiOrigin, ownPage }: Pick<SiteOptions, 'apiOrigin' | 'ownPage'>,
): (address: string) => Promise<string | null> {
  return async (address) => {
    const known = answers.recalled(address, 'visitor');
    if (known) return known.tag;
    try {
      const response = await fetch(apiOrigin + address, { headers: { 'X-Own-Page': ownPage } });
      // Read to its end, so that the connection serves the next one.
      await response.arrayBuffer();
      return response.ok ? response.headers.get('ETag') : null;
    } catch {
      return null;
    }
  };
}
