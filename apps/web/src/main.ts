import { firstSign } from './first-sign';
import { fetchLater } from './fetch-later';

fetchLater(document);
await firstSign(document);
const { start } = await import('./start');
await start();
