import { fetchLater, fetchNow } from './fetch-later';
import { firstSign } from './first-sign';

fetchLater(document);
await firstSign(document);
fetchNow(document);
const { start } = await import('./start');
await start();
