/** Chance that can be repeated: the same seed draws the same picture (Park and Miller's generator). */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = (Math.abs(Math.trunc(seed)) % 2_147_483_646) + 1;
    this.next();
  }

  /** From 0 up to 1. */
  next(): number {
    this.state = (this.state * 16_807) % 2_147_483_647;
    return this.state / 2_147_483_647;
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  pick<T>(from: readonly [T, ...T[]]): T {
    return from[Math.floor(this.next() * from.length)] ?? from[0];
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }
}

const short = (value: number) => Math.round(value * 10) / 10;

export function rect(x: number, y: number, w: number, h: number, fill: string, more = ''): string {
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(w)}" height="${short(h)}" fill="${fill}" ${more}/>`;
}

export function circle(x: number, y: number, radius: number, fill: string, more = ''): string {
  return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}" fill="${fill}" ${more}/>`;
}

export function oval(x: number, y: number, rx: number, ry: number, fill: string, more = ''): string {
  return `<ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(rx)}" ry="${short(ry)}" fill="${fill}" ${more}/>`;
}

/** Numbers in the path keep one decimal: the files stay small. */
export function shape(d: string, fill: string, more = ''): string {
  return `<path d="${shorten(d)}" fill="${fill}" ${more}/>`;
}

export function stroke(d: string, colour: string, width: number, more = ''): string {
  return `<path d="${shorten(d)}" fill="none" stroke="${colour}" stroke-width="${short(width)}" stroke-linecap="round" ${more}/>`;
}

export function group(x: number, y: number, scale: number, content: string): string {
  return `<g transform="translate(${short(x)} ${short(y)}) scale(${scale})">${content}</g>`;
}

export function faint(opacity: number): string {
  return `opacity="${opacity}"`;
}

export function times<T>(count: number, draw: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => draw(index));
}

function shorten(d: string): string {
  return d.replace(/-?\d+\.\d+/g, (number) => String(short(Number(number))));
}
