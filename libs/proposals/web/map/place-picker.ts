import { Component, effect, type ElementRef, input, output, viewChild } from '@angular/core';
import type { DistrictMap, Place } from '@buurtstem/contract';
import { mapIn } from './draw-map';

const PIN_PX = 32;
/** About ten centimetres. */
const DECIMALS = 6;

/** Choosing a place: by a click, or by moving the map with the arrow keys and putting the pin in its middle. */
@Component({
  selector: 'bs-place-picker',
  template: `
    <div class="bs-stack bs-stack--s">
      <div #box class="bs-map" role="region" aria-label="Kaart om een plek te kiezen" i18n-aria-label></div>
      <div class="bs-actions">
        <button i18n class="bs-button bs-button--second" type="button" (click)="chooseMiddle()">
          Zet de speld in het midden van de kaart
        </button>
        @if (place()) {
          <button i18n class="bs-button bs-button--plain" type="button" (click)="chosen.emit(null)">
            Haal de speld weg
          </button>
        }
      </div>
    </div>
  `,
  host: { class: 'bs-map-frame' },
})
export class PlacePicker {
  readonly map = input.required<DistrictMap>();
  readonly place = input.required<Place | null>();
  readonly chosen = output<Place | null>();

  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  private readonly drawn = mapIn(this.box, this.map, ({ map }) => {
    map.on('click', ({ latlng }) => this.choose(latlng));
    // The button that opened it is gone; from here the arrow keys move the map.
    this.box().nativeElement.focus({ preventScroll: true });
  });

  constructor() {
    effect((onCleanup) => {
      const [drawn, place] = [this.drawn(), this.place()];
      if (!drawn || !place) return;
      const html = document.createElement('span');
      html.className = 'bs-map__pin bs-map__pin--chosen';
      const icon = drawn.L.divIcon({ html, className: 'bs-map__marker', iconSize: [PIN_PX, PIN_PX] });
      const marker = drawn.L.marker([place.latitude, place.longitude], { icon, keyboard: false }).addTo(
        drawn.map,
      );
      onCleanup(() => marker.remove());
    });
  }

  protected chooseMiddle(): void {
    const drawn = this.drawn();
    if (drawn) this.choose(drawn.map.getCenter());
  }

  private choose({ lat, lng }: { readonly lat: number; readonly lng: number }): void {
    this.chosen.emit({ latitude: rounded(lat), longitude: rounded(lng) });
  }
}

function rounded(degrees: number): number {
  return Number(degrees.toFixed(DECIMALS));
}
