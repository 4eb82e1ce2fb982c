import { Component, effect, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import type { DistrictMap, Pin } from '@buurtstem/contract';
import { counted } from '@buurtstem/ui';
import { clearNames, type DrawnMap, mapIn } from './draw-map';

const ONE_PX = 32;
const MANY_PX = 44;

/** The district with a pin for every plan that has a place. The list below it says all that it says. */
@Component({
  selector: 'bs-plan-map',
  template: `<div #box class="bs-map" role="region" aria-label="Kaart met plannen" i18n-aria-label></div>`,
  host: { class: 'bs-map-frame' },
})
export class PlanMap {
  readonly map = input.required<DistrictMap>();
  readonly pins = input.required<readonly Pin[]>();
  readonly district = input.required<string>();
  /** How close the visitor looks; the nearer, the fewer plans share a pin. */
  readonly zoomed = output<number>();

  private readonly router = inject(Router);
  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  private readonly drawn = mapIn(this.box, this.map, (drawn) => {
    drawn.map.on('zoomend', () => this.tellZoom(drawn));
    drawn.map.on('zoomend moveend', () => clearNames(drawn));
    this.tellZoom(drawn);
  });

  constructor() {
    effect((onCleanup) => {
      const drawn = this.drawn();
      if (!drawn) return;
      const layer = drawn.L.layerGroup(this.pins().map((pin) => this.marker(drawn, pin))).addTo(drawn.map);
      clearNames(drawn);
      onCleanup(() => layer.remove());
    });
  }

  private tellZoom({ map }: DrawnMap): void {
    // Of half a step the lower one: pins then lie further apart than asked for, never closer.
    this.zoomed.emit(Math.floor(map.getZoom()));
  }

  private marker({ L, map }: DrawnMap, pin: Pin) {
    const size = pin.count === 1 ? ONE_PX : MANY_PX;
    const html =
      pin.count === 1 ? this.link(pin) : button(pin, () => map.setView(placeOf(pin), map.getZoom() + 2));
    L.DomEvent.disableClickPropagation(html);
    const icon = L.divIcon({ html, className: 'bs-map__marker', iconSize: [size, size] });
    // The link or button inside is what one comes to by keyboard.
    return L.marker(placeOf(pin), { icon, keyboard: false, interactive: false });
  }

  private link({ number, title }: Pin): HTMLElement {
    const link = document.createElement('a');
    link.className = 'bs-map__pin bs-map__pin--one';
    link.href = `/${this.district()}/plannen/${number}`;
    link.title = title ?? '';
    link.setAttribute('aria-label', title ?? '');
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      void this.router.navigateByUrl(link.pathname);
    });
    return link;
  }
}

function button({ count }: Pin, nearer: () => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'bs-map__pin bs-map__pin--many';
  element.textContent = String(count);
  element.setAttribute(
    'aria-label',
    $localize`${counted(count, $localize`plan`, $localize`plannen`)}:counted: bij elkaar. Kijk dichterbij`,
  );
  element.addEventListener('click', nearer);
  return element;
}

function placeOf({ latitude, longitude }: Pin): [number, number] {
  return [latitude, longitude];
}
