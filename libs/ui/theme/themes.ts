/** What tokens.css says, read for the specs and for docs/design/tokens.md: no program uses this. */

export const THEMES = ['west light', 'west dark', 'oost light', 'oost dark'] as const;
export type Theme = (typeof THEMES)[number];
export type Tokens = ReadonlyMap<string, string>;

interface Block {
  readonly selector: string;
  /** The conditions around it, from the outside in; empty where there are none. */
  readonly within: string;
  readonly tokens: Tokens;
}

/** The block that a theme is written in, and the one that follows the device for it. */
const SELECTORS: Readonly<Record<Theme, readonly string[]>> = {
  'west light': [':root'],
  'west dark': [":root[data-scheme='dark']", ":root:not([data-scheme='light'])"],
  'oost light': [":root[data-theme='oost']"],
  'oost dark': [
    ":root[data-theme='oost'][data-scheme='dark']",
    ":root[data-theme='oost']:not([data-scheme='light'])",
  ],
};
const IS_OF_A_THEME = /^--bs-(color|radius)-/;
/** The sheet of a printed poster is white in every theme. */
const IS_PAPER = /^--bs-color-paper/;

/** Every block of rules in a style sheet that nests one level deep. */
export function blocksOf(css: string): Block[] {
  const blocks: Block[] = [];
  let within = '';
  for (const [, opened, body, closed] of withoutComments(css).matchAll(
    /(@media[^{]*)\{|([^{}]*\{[^{}]*\})|(\})/g,
  )) {
    if (opened) within = opened.trim();
    else if (closed) within = '';
    else if (body) {
      const [selector = '', rest = ''] = body.split('{');
      const lines = rest
        .replace('}', '')
        .split(';')
        .map((line) => line.trim());
      const tokens = new Map<string, string>();
      for (const line of lines) {
        const [, name, value] = /^(--[\w-]+):\s*([\s\S]+)$/.exec(line) ?? [];
        if (name && value) tokens.set(name, value.replace(/\s+/g, ' '));
      }
      blocks.push({ selector: selector.trim(), within, tokens });
    }
  }
  return blocks;
}

/** The tokens that a theme sets by itself, once per block that sets them. */
export function blocksOfTheme(css: string, theme: Theme): Tokens[] {
  return blocksOf(css)
    .filter(({ selector, within }) => {
      const isForScheme = within === '' || within.startsWith('@media screen');
      return isForScheme && SELECTORS[theme].includes(selector);
    })
    .map(({ tokens }) => new Map([...tokens].filter(([name]) => isOfATheme(name))))
    .filter((tokens) => tokens.size > 0);
}

/** What every district shares. */
export function sharedTokens(css: string): Tokens {
  const [first] = blocksOf(css);
  return new Map([...(first?.tokens ?? [])].filter(([name]) => !isOfATheme(name)));
}

/** What stands behind a token as its remark, for who reads the list. */
export function remarkOn(css: string, token: string): string {
  return new RegExp(`${token}:[^;]*; /\\* (.*?) \\*/`).exec(css)?.[1] ?? '';
}

/** WCAG 2.2's contrast ratio of two colours written as #rrggbb: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function isOfATheme(name: string): boolean {
  return IS_OF_A_THEME.test(name) && !IS_PAPER.test(name);
}

function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '');
}
