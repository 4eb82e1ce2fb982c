export { createTestDatabase, type TestDatabase } from './testing/test-database';
export { startTestApp, testConfig, type TestApp } from './testing/test-app';
export { Browser, type Answer } from './testing/browser';
export { eventually } from './testing/eventually';
export { pdfText } from './testing/pdf-text';
export { RUNNING, stopTime } from './testing/stopped-time';
export { BAD_FILES, photo, photoWithPlace, pictureBomb, type SentFile } from './testing/sent-files';
