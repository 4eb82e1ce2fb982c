import { type Box, freeShift } from './free-shift';

const FRAME: Box = { top: 0, bottom: 200, left: 0, right: 300 };
const box = (left: number, top: number, width = 80, height = 20): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('the name of a neighbourhood on the map', () => {
  it('stays where it is when no pin is over it', () => {
    expect(freeShift(box(100, 100), [box(100, 130, 40, 40)], FRAME)).toBe(0);
    expect(freeShift(box(100, 100), [], FRAME)).toBe(0);
  });

  it('goes up or down, whichever is nearer, when a pin is over it', () => {
    expect(freeShift(box(100, 100), [box(120, 85, 40, 40)], FRAME)).toBe(27);
    expect(freeShift(box(100, 100), [box(120, 95, 40, 40)], FRAME)).toBe(-27);
  });

  it('does not go from under one pin to under another, nor out of the map', () => {
    const under = box(120, 85, 40, 40);
    expect(freeShift(box(100, 100), [under, box(120, 130, 40, 40)], FRAME)).toBe(-37);
    expect(freeShift(box(100, 170), [box(120, 160, 40, 40)], FRAME)).toBe(-32);
  });

  it('is moved as the browser measures it: by an object whose numbers are getters', () => {
    const measured = Object.create({ top: 100, bottom: 120, left: 100, right: 180 }) as Box;
    expect(freeShift(measured, [box(120, 85, 40, 40)], FRAME)).toBe(27);
  });

  it('stays where it is when there is no place', () => {
    expect(freeShift(box(100, 100), [box(0, 0, 300, 200)], FRAME)).toBe(0);
  });
});
