import { AFTER_MS, fetchLater, fetchNow } from './fetch-later';

describe('the scripts of a page that waits', () => {
  const rels = (): string[] => [...document.querySelectorAll('link')].map(({ rel }) => rel);
  const stateOf = (state: DocumentReadyState): void =>
    void jest.spyOn(document, 'readyState', 'get').mockReturnValue(state);
  const ASKED = ['modulepreload', 'icon', 'modulepreload'];
  const WAITING = ['later', 'icon', 'later'];

  beforeEach(() => {
    jest.useFakeTimers();
    document.head.innerHTML =
      '<link rel="later" href="/chunk-a.js"><link rel="icon" href="/i.svg"><link rel="later" href="/chunk-b.js">';
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('are fetched a moment after the page has come, and nothing else with them', () => {
    stateOf('loading');
    fetchLater(document);
    jest.advanceTimersByTime(10 * AFTER_MS);
    expect(rels()).toEqual(WAITING);
    window.dispatchEvent(new Event('load'));
    expect(rels()).toEqual(WAITING);
    jest.advanceTimersByTime(AFTER_MS);
    expect(rels()).toEqual(ASKED);
  });

  it('are fetched as soon where it has come already', () => {
    stateOf('complete');
    fetchLater(document);
    expect(rels()).toEqual(WAITING);
    jest.advanceTimersByTime(AFTER_MS);
    expect(rels()).toEqual(ASKED);
  });

  it('are fetched together at the first sign', () => {
    fetchNow(document);
    expect(rels()).toEqual(ASKED);
  });
});
