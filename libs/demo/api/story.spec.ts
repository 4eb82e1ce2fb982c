import { liesInside, TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { fits } from '@buurtstem/shared-domain';
import { pictureOf } from './pictures';
import { SCENE_NAMES } from './scenes/scene';
import { SMALL_TALK, STORIES } from './story';
import { TEST_STORIES } from './test-story';
import { placeOf, themeOf, TOWN_AREAS } from './town-map';

const LONGEST_SENTENCE = 25;

describe('the story of the demo', () => {
  it('has more than forty proposals, each with a title of its own', () => {
    expect(STORIES.length).toBeGreaterThan(40);
    expect(new Set(STORIES.map(({ title }) => title)).size).toBe(STORIES.length);
    expect(TEST_STORIES).toHaveLength(8);
  });

  it.each(STORIES.map((story) => [story.title, story] as const))(
    'keeps the lengths of its texts: %s',
    (_, story) => {
      expect(fits(story.title, TEXT_LENGTHS.title)).toBe(true);
      expect(fits(story.summary, TEXT_LENGTHS.summary)).toBe(true);
      expect(fits(story.body, TEXT_LENGTHS.body)).toBe(true);
      expect(fits(story.note ?? 'x'.repeat(20), TEXT_LENGTHS.note)).toBe(true);
      const said = [...story.forIt, ...story.againstIt, ...SMALL_TALK.for, ...SMALL_TALK.against];
      expect(said.filter((text) => !fits(text, TEXT_LENGTHS.argument))).toEqual([]);
    },
  );

  it('puts every plan of a neighbourhood on a spot of the map, and most under a theme', () => {
    const withPlace = STORIES.filter(({ neighbourhood }) => neighbourhood !== null);
    for (const story of withPlace) {
      const area = TOWN_AREAS.filter(({ neighbourhood }) => neighbourhood === story.neighbourhood);
      expect([story.title, liesInside(area, placeOf(story)!)]).toEqual([story.title, true]);
    }
    expect(STORIES.filter((story) => themeOf(story) === null).length).toBeLessThan(STORIES.length / 5);
  });

  it('speaks in short sentences', () => {
    const sentences = STORIES.flatMap(({ summary, body }) => `${summary} ${body}`.split(/[.?!:]\s+/));
    const long = sentences.filter((sentence) => sentence.split(/\s+/).length > LONGEST_SENTENCE);
    expect(long).toEqual([]);
  });

  it('has a different picture for each, with words for who does not see it, and the same one every time', () => {
    const pictures = STORIES.map(pictureOf);
    expect(new Set(pictures.map(({ path }) => path)).size).toBe(STORIES.length);
    expect(pictures.filter(({ alt }) => alt.length < 20)).toEqual([]);
    expect(STORIES.map(pictureOf)).toEqual(pictures);
  });

  it('uses every kind of scene there is', () => {
    const used = new Set(STORIES.map(({ picture }) => picture.scene));
    expect(SCENE_NAMES.filter((name) => !used.has(name))).toEqual([]);
  });

  it('has pictures that run nothing and load nothing', () => {
    for (const { svg } of STORIES.map(pictureOf)) {
      expect(svg).not.toMatch(/<script|<image|<foreignObject|href=|NaN|undefined/);
    }
  });
});
