/**
 * The look of a district where its tokens cannot reach: in a picture, on paper, in a frame on another site. The same
 * values as `libs/ui/theme/tokens.css` has, light: a spec compares them.
 */
export interface Look {
  readonly bg: string;
  readonly band: string;
  readonly text: string;
  readonly 'text-subtle': string;
  readonly border: string;
  readonly primary: string;
  readonly 'on-primary': string;
  readonly highlight: string;
  readonly 'on-highlight': string;
  readonly for: string;
  readonly track: string;
  readonly focus: string;
  /** Of corners, in pixels. */
  readonly radius: number;
}

const WEST: Look = {
  bg: '#ffffff',
  band: '#eef4f3',
  text: '#17242a',
  'text-subtle': '#4a5a60',
  border: '#d0dcda',
  primary: '#0b5563',
  'on-primary': '#ffffff',
  highlight: '#ffcb45',
  'on-highlight': '#2a2000',
  for: '#0a6a7d',
  track: '#d9e4e3',
  focus: '#17242a',
  radius: 20,
};

const OOST: Look = {
  bg: '#ffffff',
  band: '#f6f1f5',
  text: '#241a22',
  'text-subtle': '#5b4f59',
  border: '#dfd3dc',
  primary: '#672859',
  'on-primary': '#ffffff',
  highlight: '#a5e3c5',
  'on-highlight': '#0a2b1c',
  for: '#2c50a2',
  track: '#e6dce4',
  focus: '#241a22',
  radius: 4,
};

export const LOOKS: Readonly<Record<string, Look>> = { west: WEST, oost: OOST };

/** A theme without a block of its own looks like the first, as on the site. */
export function lookOf(theme: string): Look {
  return Object.hasOwn(LOOKS, theme) ? (LOOKS[theme] ?? WEST) : WEST;
}
