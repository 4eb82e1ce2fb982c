import { fit, legible, type Setting } from '@buurtstem/platform-api/deferred';
import type { Frame } from './cut-photo';
import type { SharedPlan } from './read-shared-plan';

/** In points on A4; on A3 everything is larger by as much as the paper. */
export const A4 = { width: 595.28, height: 841.89 };
export const EDGE = 56;
export const WIDTH = A4.width - 2 * EDGE;
export const LEADING = 1.16;
export const PLAN_GAP = 12;

type Letters = readonly [title: number, summary: number];

/** How the paper is divided between the plan, the panel of the count and the code. */
export interface Division {
  /** Where the plan begins, and how much room it has above the panel. */
  readonly top: number;
  readonly room: number;
  /** Letters of title and summary, for shorter plans first, and for the longest that are taken in. */
  readonly sizes: readonly Letters[];
  readonly smallest: Letters;
  readonly place: number;
  /** The panel stands no higher than here, where the eye expects it. */
  readonly panel: number;
  readonly code: number;
  /** Between what stands below one another, and above the foot. */
  readonly gap: number;
  readonly aboveFoot: number;
}

const WORDS_ALONE: Division = {
  top: 96,
  room: 290,
  sizes: [
    [54, 22],
    [48, 22],
    [42, 20],
    [37, 20],
    [33, 18],
    [29, 18],
  ],
  smallest: [26, 17],
  place: 18,
  panel: 350,
  code: 178,
  gap: 30,
  aboveFoot: 60,
};

const WITH_PHOTO: Division = {
  top: 86,
  room: 352,
  sizes: [
    [40, 19],
    [36, 18],
    [32, 17],
    [28, 16],
  ],
  smallest: [25, 15],
  place: 17,
  panel: 438,
  code: 160,
  gap: 22,
  aboveFoot: 30,
};
/** What a photo should have before the letters stop getting smaller for it, and the most it takes. */
const PHOTO_WISHED = 180;
const PHOTO_MOST = 250;

/** The plan as it stands on a poster. */
export interface PosterPlan {
  readonly division: Division;
  /** The frame of the photo, above the words; null without one. */
  readonly photo: Frame | null;
  readonly title: Setting;
  readonly place: Setting;
  readonly summary: Setting;
}

const NOTHING: Setting = { size: 0, lines: [] };

/** In the largest letters with which all of it fits above what must stand below it; what they leave is the photo's. */
export function settlePlan({ title, summary, neighbourhood, photo }: SharedPlan): PosterPlan {
  const division = photo ? WITH_PHOTO : WORDS_ALONE;
  const { room, sizes, smallest } = division;
  const place = neighbourhood === null ? NOTHING : set(legible(neighbourhood), 'regular', division.place, 1);
  const settle = ([titleSize, summarySize]: Letters) => {
    const heading = set(legible(title), 'strong', titleSize, 5);
    const text = set(legible(summary), 'regular', summarySize, 6);
    const height = heightOf(heading) + heightOf(place) + heightOf(text) + 2 * PLAN_GAP;
    // No word is broken, and nothing is cut off.
    const isWhole = heading.lines.join(' ') === legible(title) && text.lines.join(' ') === legible(summary);
    const left = room - height - PLAN_GAP;
    return {
      title: heading,
      summary: text,
      left,
      fits: isWhole && left >= (photo ? PHOTO_WISHED : -PLAN_GAP),
    };
  };
  const { left, ...words } = sizes.map(settle).find(({ fits }) => fits) ?? settle(smallest);
  return {
    division,
    photo: photo && { width: WIDTH, height: Math.min(left, PHOTO_MOST) },
    title: words.title,
    place,
    summary: words.summary,
  };
}

function set(text: string, font: 'regular' | 'strong', size: number, lines: number): Setting {
  return fit(text, { font, sizes: [size], width: WIDTH, lines });
}

export function heightOf({ size, lines }: Setting): number {
  return lines.length * size * LEADING;
}
