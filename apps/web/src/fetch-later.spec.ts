import { fetchLater } from './fetch-later';

describe('the scripts of a page that waits', () => {
  const rels = (): string[] => [...document.querySelectorAll('link')].map(({ rel }) => rel);
  const stateOf = (state: DocumentReadyState): void =>
    void jest.spyOn(document, 'readyState', 'get').mockReturnValue(state);

  beforeEach(() => {
    document.head.innerHTML =
      '<link rel="later" href="/chunk-a.js"><link rel="icon" href="/i.svg"><link rel="later" href="/chunk-b.js">';
  });
  afterEach(() => jest.restoreAllMocks());

  it('are fetched when what is seen has come, and nothing else with them', () => {
    stateOf('loading');
    fetchLater(document);
    expect(rels()).toEqual(['later', 'icon', 'later']);
    window.dispatchEvent(new Event('load'));
    expect(rels()).toEqual(['modulepreload', 'icon', 'modulepreload']);
  });

  it('are fetched at once where all has come already', () => {
    stateOf('complete');
    fetchLater(document);
    expect(rels()).toEqual(['modulepreload', 'icon', 'modulepreload']);
  });
});
