import type { ApiAnswer, RequestContext } from './request-context';

/** What the API's thread says (`libs/platform/api/site/drawing-thread.ts`). */
export type Said =
  | {
      readonly is: 'page';
      readonly page: number;
      readonly url: string;
      readonly host: string;
      readonly context: Omit<RequestContext, 'ask'>;
      /** What the API has answered already of what the page may ask. */
      readonly answered: readonly (readonly [string, ApiAnswer])[];
    }
  /** Null where the API did not answer. */
  | { readonly is: 'answer'; readonly question: number; readonly answer: ApiAnswer | null }
  | { readonly is: 'call' };

interface Port {
  on(event: 'message', listener: (said: Said) => void): unknown;
  postMessage(message: unknown): void;
}

type Page = Extract<Said, { is: 'page' }>;
type Engine = (page: Pick<Page, 'url' | 'host'>, context: RequestContext) => Promise<Response | null>;

/** Draws every page that is asked for, for as long as this thread lives. */
export function drawPages(port: Port, engine: Engine): void {
  const questions = new Map<number, (answer: ApiAnswer | null) => void>();
  let asked = 0;
  const question = (page: number, address: string): Promise<ApiAnswer | null> =>
    new Promise((answer) => {
      questions.set(++asked, answer);
      port.postMessage({ is: 'question', page, question: asked, address });
    });

  const draw = async ({ page, url, host, context, answered }: Page): Promise<void> => {
    try {
      const known = new Map(answered);
      const asked = new Map<string, string | null>();
      const ask = async (address: string): Promise<ApiAnswer | null> => {
        const answer = known.get(address) ?? (await question(page, address));
        asked.set(address, answer?.tag ?? null);
        return answer;
      };
      const response = await engine({ url, host }, { ...context, ask });
      const drawn = response && {
        status: response.status,
        headers: [...response.headers],
        text: await response.text(),
        asked: [...asked],
      };
      port.postMessage({ is: 'page', page, drawn });
    } catch (error) {
      // An error of a class of its own does not go through a message as it is.
      const { name, message, stack = message } = error instanceof Error ? error : new Error(String(error));
      port.postMessage({ is: 'failure', page, name, stack });
    }
  };

  port.on('message', (said: Said) => {
    if (said.is === 'page') return void draw(said);
    if (said.is === 'call') return port.postMessage({ is: 'here' });
    questions.get(said.question)?.(said.answer);
    questions.delete(said.question);
  });
  port.postMessage({ is: 'here' });
}
