import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { EVERY_MS, whileVisible } from './while-visible';

let asked = 0;

@Component({ selector: 'bs-test-numbers', template: '' })
class Numbers {
  constructor() {
    whileVisible(() => (asked += 1));
  }
}

describe('numbers that refresh', () => {
  let isHidden: boolean;
  beforeEach(() => {
    [asked, isHidden] = [0, false];
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    jest.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  const show = (hidden: boolean): void => {
    isHidden = hidden;
    document.dispatchEvent(new Event('visibilitychange'));
  };

  const opened = () => {
    const fixture = TestBed.createComponent(Numbers);
    fixture.detectChanges();
    TestBed.tick();
    return fixture;
  };

  it('are asked for every twenty seconds', () => {
    opened();
    jest.advanceTimersByTime(EVERY_MS - 1);
    expect(asked).toBe(0);
    jest.advanceTimersByTime(1 + 2 * EVERY_MS);
    expect(asked).toBe(3);
  });

  it('are not asked for while nobody sees the page, and once as soon as somebody does', () => {
    opened();
    show(true);
    jest.advanceTimersByTime(10 * EVERY_MS);
    expect(asked).toBe(0);
    show(false);
    expect(asked).toBe(1);
  });

  it('are not asked for sooner because somebody looked away for a moment', () => {
    opened();
    show(true);
    show(false);
    expect(asked).toBe(0);
  });

  it('are not asked for any more when the page is gone', () => {
    opened().destroy();
    jest.advanceTimersByTime(3 * EVERY_MS);
    show(false);
    expect(asked).toBe(0);
  });
});
