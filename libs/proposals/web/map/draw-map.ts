import { afterNextRender, DestroyRef, type ElementRef, inject, type Signal, signal } from '@angular/core';
import type { DistrictMap } from '@buurtstem/contract';
import type * as leaflet from 'leaflet';
import { type Box, freeShift, shifted } from './free-shift';

type Leaflet = typeof leaflet;

export interface DrawnMap {
  readonly L: Leaflet;
  readonly map: leaflet.Map;
}

const CLOSEST_ZOOM = 18;

/**
 * The map of a component: drawn in its box when that is on the page, gone with the component, and null until it is drawn.
 * `begin` is called once, before anybody else has it.
 */
export function mapIn(
  box: Signal<ElementRef<HTMLElement>>,
  district: Signal<DistrictMap>,
  begin: (drawn: DrawnMap) => void,
): Signal<DrawnMap | null> {
  const drawn = signal<DrawnMap | null>(null);
  let isGone = false;
  inject(DestroyRef).onDestroy(() => {
    isGone = true;
    drawn()?.map.remove();
  });
  afterNextRender(async () => {
    const made = await drawMap(box().nativeElement, district());
    if (isGone) return void made.map.remove();
    begin(made);
    drawn.set(made);
  });
  return drawn.asReadonly();
}

async function loadLeaflet(): Promise<Leaflet> {
  return (await import('leaflet')).default as unknown as Leaflet;
}

/** The library's styles, for who sees a map. As a sheet and not as an element: the content security policy forbids those. */
async function addStyles(): Promise<void> {
  const { LEAFLET_SHEET } = await import('./leaflet-sheet');
  const { adoptedStyleSheets } = document;
  if (!adoptedStyleSheets.includes(LEAFLET_SHEET)) adoptedStyleSheets.push(LEAFLET_SHEET);
}

/** Loads the library and draws the district in a box: its shapes, on tiles where the deployment has some. */
async function drawMap(box: HTMLElement, { areas, tiles }: DistrictMap): Promise<DrawnMap> {
  const [L] = await Promise.all([loadLeaflet(), addStyles()]);
  const map = L.map(box, {
    // A page is scrolled over a map; the buttons and two fingers zoom.
    scrollWheelZoom: false,
    maxZoom: CLOSEST_ZOOM,
    // Shapes fill the map as far as they can; tiles are sharp at their own sizes.
    zoomSnap: tiles ? 0.5 : 0.125,
    fadeAnimation: false,
    attributionControl: tiles !== null,
    zoomControl: false,
  });
  // In the corner that most districts leave empty.
  L.control
    .zoom({
      position: 'bottomright',
      zoomInTitle: $localize`Dichterbij`,
      zoomOutTitle: $localize`Verder weg`,
    })
    .addTo(map);
  if (tiles) L.tileLayer(tiles.url, { attribution: escaped(tiles.attribution) }).addTo(map);
  const shapes = L.featureGroup();
  for (const { neighbourhood, name, polygons } of areas) {
    const outlines = polygons.map((polygon) => polygon.map((ring) => ring.map(placeOf)));
    const shape = L.polygon(outlines, {
      className: tiles ? 'bs-map__area bs-map__area--on-tiles' : 'bs-map__area',
      interactive: false,
    });
    if (neighbourhood !== null) {
      const words = document.createElement('span');
      words.textContent = name;
      shape.bindTooltip(words, { permanent: true, direction: 'center', className: 'bs-map__name' });
    }
    shape.addTo(shapes);
  }
  shapes.addTo(map);
  map.fitBounds(shapes.getBounds(), { padding: [8, 8], animate: false });
  return { L, map };
}

/** Moves the names of neighbourhoods out from under the pins; the smallest move that also keeps them off one another. */
export function clearNames({ map }: DrawnMap): void {
  const box = map.getContainer();
  const frame = box.getBoundingClientRect();
  const taken: Box[] = [...box.querySelectorAll('.bs-map__pin, .leaflet-bar')].map((there) =>
    there.getBoundingClientRect(),
  );
  for (const name of box.querySelectorAll<HTMLElement>('.bs-map__name')) {
    name.style.translate = '';
    const here = name.getBoundingClientRect();
    const shift = freeShift(here, taken, frame);
    name.style.translate = `0 ${shift}px`;
    taken.push(shifted(here, shift));
  }
}

/** GeoJSON says longitude first. */
function placeOf([longitude = 0, latitude = 0]: readonly number[]): [number, number] {
  return [latitude, longitude];
}

/** The library writes this one text as markup. */
function escaped(text: string): string {
  const element = document.createElement('span');
  element.textContent = text;
  return element.innerHTML;
}
