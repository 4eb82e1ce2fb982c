import type { BrowserContext, ConsoleMessage, Page } from '@playwright/test';

/** Set on every page before its own scripts; the message then comes back through the console. */
const REPORT_BREACHES = `addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
  console.error('content security policy: ' + effectiveDirective + ' refused ' + blockedURI));`;

/** What went wrong in the browsers of a journey without anyone seeing it on the page. */
export class Faults {
  private readonly found: string[] = [];
  private readonly foreseen: RegExp[] = [];

  /** Listens to every page of a browser: errors on the console, errors nobody caught, breaches of the policy. */
  async watch(context: BrowserContext): Promise<void> {
    context.on('console', (message) => {
      if (message.type() === 'error') this.found.push(wordsOf(message));
    });
    context.on('weberror', (error) => this.found.push(`not caught: ${error.error().message}`));
    context.on('dialog', (dialog) => {
      this.found.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await context.addInitScript(REPORT_BREACHES);
  }

  /** A refusal that the journey itself provokes; the browser writes every answer of 400 and up on its console. */
  foresee(...faults: readonly RegExp[]): void {
    this.foreseen.push(...faults);
  }

  /** What nobody foresaw. */
  rest(): string[] {
    return this.found.filter((fault) => !this.foreseen.some((pattern) => pattern.test(fault)));
  }
}

function wordsOf(message: ConsoleMessage): string {
  const page: Page | null = message.page();
  return `${message.text()} (${message.location().url}) on ${page?.url() ?? 'a page that is gone'}`;
}
