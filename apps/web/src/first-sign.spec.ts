import { firstSign, LONGEST_WAIT_MS } from './first-sign';

describe('a page that can be read without scripts starts them', () => {
  let isStarted: boolean;

  async function open(
    address = '/west',
    start = 'first-sign',
    userActivation: { hasBeenActive: boolean } | undefined = { hasBeenActive: false },
  ): Promise<void> {
    Object.defineProperty(navigator, 'userActivation', { value: userActivation, configurable: true });
    window.history.replaceState(null, '', address);
    document.documentElement.dataset['start'] = start;
    isStarted = false;
    void firstSign(document).then(() => (isStarted = true));
    await settled();
  }
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    delete document.documentElement.dataset['start'];
    window.history.replaceState(null, '', '/');
  });

  it.each(['pointermove', 'touchstart', 'keydown', 'focusin', 'wheel', 'scroll', 'click', 'input'])(
    'at the first %s, wherever it is and whoever stops it',
    async (sign) => {
      await open();
      expect(isStarted).toBe(false);
      const button = document.body.appendChild(document.createElement('button'));
      button.addEventListener(sign, (event) => event.stopPropagation());
      button.dispatchEvent(new Event(sign, { bubbles: true }));
      await settled();
      expect(isStarted).toBe(true);
      button.remove();
    },
  );

  it('when the connection is lost, since only a page that runs says so', async () => {
    await open();
    window.dispatchEvent(new Event('offline'));
    await settled();
    expect(isStarted).toBe(true);
  });

  it('without a sign too, after a while', async () => {
    await open();
    jest.advanceTimersByTime(LONGEST_WAIT_MS - 1);
    await settled();
    expect(isStarted).toBe(false);
    jest.advanceTimersByTime(1);
    await settled();
    expect(isStarted).toBe(true);
  });

  it.each([
    ['a page of somebody who is signed in', '/west', ''],
    ['an address with a question', '/west/plannen?weergave=kaart', 'first-sign'],
    ['an address with a place', '/west/plannen/12#tegen', 'first-sign'],
  ])('at once: %s', async (_, address, start) => {
    await open(address, start);
    expect(isStarted).toBe(true);
  });

  it('at once where somebody pressed something before this was there', async () => {
    await open('/west', 'first-sign', { hasBeenActive: true });
    expect(isStarted).toBe(true);
  });

  it('at once in a browser that cannot tell', async () => {
    await open('/west', 'first-sign', null as never);
    expect(isStarted).toBe(true);
  });
});
