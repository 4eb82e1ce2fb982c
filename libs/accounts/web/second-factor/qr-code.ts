import { Component, computed, input } from '@angular/core';

const QUIET_ZONE = 4;

/** A QR code drawn from its rows, dark on light in every colour scheme: cameras want that. */
@Component({
  selector: 'bs-qr-code',
  template: `<svg
    class="bs-qr__picture"
    [attr.viewBox]="box()"
    role="img"
    [attr.aria-label]="label()"
    shape-rendering="crispEdges"
  >
    <rect [attr.x]="-quiet" [attr.y]="-quiet" width="100%" height="100%" fill="#fff" />
    <path [attr.d]="path()" fill="#000" />
  </svg>`,
  host: { class: 'bs-qr' },
})
export class QrCode {
  /** Rows of 0 (light) and 1 (dark). */
  readonly rows = input.required<readonly string[]>();
  readonly label = input.required<string>();

  protected readonly quiet = QUIET_ZONE;
  protected readonly box = computed(() => {
    const size = this.rows().length + 2 * QUIET_ZONE;
    return `${-QUIET_ZONE} ${-QUIET_ZONE} ${size} ${size}`;
  });
  protected readonly path = computed(() =>
    this.rows()
      .flatMap((row, y) => [...row].map((cell, x) => (cell === '1' ? `M${x} ${y}h1v1h-1z` : '')))
      .join(''),
  );
}
