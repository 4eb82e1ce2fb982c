import type { KnownAnswer, RequestContext } from './request-context';

/** What the API's thread says (`libs/platform/api/site/drawing-thread.ts`). */
export type Said =
  | {
      readonly is: 'page';
      readonly page: number;
      readonly url: string;
      readonly host: string;
      readonly context: Omit<RequestContext, 'kept' | 'asked'>;
      /** Whether there are answers that are kept, to ask for. */
      readonly mayAsk: boolean;
    }
  | { readonly is: 'answer'; readonly question: number; readonly answer: KnownAnswer | null }
  | { readonly is: 'call' };

interface Port {
  on(event: 'message', listener: (said: Said) => void): unknown;
  postMessage(message: unknown): void;
}

type Page = Extract<Said, { is: 'page' }>;
type Engine = (page: Pick<Page, 'url' | 'host'>, context: RequestContext) => Promise<Response | null>;

/** Draws every page that is asked for, for as long as this thread lives. */
export function drawPages(port: Port, engine: Engine): void {
  const questions = new Map<number, (answer: KnownAnswer | null) => void>();
  let asked = 0;
  const ask = (page: number, address: string): Promise<KnownAnswer | null> =>
    new Promise((answer) => {
      questions.set(++asked, answer);
      port.postMessage({ is: 'question', page, question: asked, address });
    });

  const draw = async ({ page, url, host, context, mayAsk }: Page): Promise<void> => {
    try {
      const kept = mayAsk ? { kept: (address: string) => ask(page, address) } : {};
      const asked = new Map<string, string | null>();
      const response = await engine({ url, host }, { ...context, ...kept, asked });
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
