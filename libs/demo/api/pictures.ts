import { createHash } from 'node:crypto';
import type { MediaStore } from '@buurtstem/platform-api';
import { drawScene, SCENE_HEIGHT, SCENE_WIDTH } from './scenes/scene';
import type { ProposalStory } from './story';

const FOLDER = 'demo';

export interface DemoPicture {
  /** Below `/media`; it changes with the content, so it may be cached for ever. */
  readonly path: string;
  readonly svg: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** The picture of a proposal, drawn from its title: the same on every machine. */
export function pictureOf(story: ProposalStory): DemoPicture {
  const { scene: name, season, daytime, alt } = story.picture;
  const seed = createHash('sha256').update(story.title).digest().readUInt32BE(0);
  const svg = drawScene({ name, season, daytime, seed });
  const hash = createHash('sha256').update(svg).digest('hex').slice(0, 16);
  return { path: `${FOLDER}/${hash}.svg`, svg, alt, width: SCENE_WIDTH, height: SCENE_HEIGHT };
}

/** Keeps the pictures that are not there yet. */
export async function writePictures(store: MediaStore, stories: readonly ProposalStory[]): Promise<void> {
  for (const { path, svg } of stories.map(pictureOf)) {
    if (!(await store.has(path))) await store.keep(path, Buffer.from(svg));
  }
}
