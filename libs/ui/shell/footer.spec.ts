import { showPage } from '../testing';
import { Footer } from './footer';

const WEST = { slug: 'west', name: 'West', municipality: 'Voorbeeldstad' };

describe('E12: the foot of every page', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['in a district', WEST, '/west/over'],
    ['where no district is known', null, '/over'],
  ])('links to accessibility, privacy and colophon %s', async (_, district, over) => {
    const { screen } = await showPage(Footer, { inputs: { district, url: '/' } });
    const href = (name: string) => screen.getByRole('link', { name }).getAttribute('href');
    expect(href('Toegankelijkheid')).toBe(`${over}/toegankelijkheid`);
    expect(href('Privacy')).toBe(`${over}/privacy`);
    expect(href('Colofon')).toBe(`${over}/colofon`);
    expect(href('Over deze site')).toBe(over);
  });
});
