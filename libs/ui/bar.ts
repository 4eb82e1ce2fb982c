import { Component, computed, input } from '@angular/core';

/**
 * Votes for on a shared scale; the line is always the threshold. Hidden from assistive technology, because the number
 * stands beside it in text. Lengths are attributes of SVG: the content security policy refuses inline styles.
 */
@Component({
  selector: 'bs-bar',
  template: `<svg class="bs-bar" aria-hidden="true" focusable="false">
    <rect class="bs-bar__track" width="100%" height="100%" rx="7" />
    <rect class="bs-bar__fill" [attr.width]="fill()" height="100%" rx="7" />
    @if (mark(); as x) {
      <line class="bs-bar__halo" [attr.x1]="x" [attr.x2]="x" y1="-4" y2="18" />
      <line class="bs-bar__mark" [attr.x1]="x" [attr.x2]="x" y1="-5" y2="19" />
      @if (labelled()) {
        <text class="bs-bar__label" [attr.x]="x" y="-10" text-anchor="middle">{{ threshold() }}</text>
      }
    }
  </svg>`,
})
export class Bar {
  readonly value = input.required<number>();
  /** The value at full length; lists that compare share one. */
  readonly scale = input.required<number>();
  readonly threshold = input<number | null>(null);
  readonly labelled = input(false);

  protected readonly fill = computed(() => percent(this.value(), this.scale()));
  protected readonly mark = computed(() => {
    const threshold = this.threshold();
    return threshold !== null && threshold < this.scale() ? percent(threshold, this.scale()) : null;
  });
}

/** Room to the right of the longest bar and of the threshold, so that both can be seen. */
export function scaleFor(values: readonly number[], threshold: number): number {
  return Math.max(threshold * 1.2, ...values.map((value) => value * 1.1));
}

function percent(part: number, scale: number): string {
  const share = scale > 0 ? Math.min(1, Math.max(0, part / scale)) : 0;
  return `${(share * 100).toFixed(1)}%`;
}
