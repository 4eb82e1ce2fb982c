import { createApplication } from '@angular/platform-browser';
import { App } from './app';
import { appConfig } from './app.config';

/** Lets the browser do what waits, such as scrolling, between two long pieces of work. */
const letOthersGo = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Takes over the page that the server made. */
export async function start(): Promise<void> {
  await letOthersGo();
  // Finds the page and runs its script.
  const application = await createApplication(appConfig);
  await letOthersGo();
  application.bootstrap(App);
}
