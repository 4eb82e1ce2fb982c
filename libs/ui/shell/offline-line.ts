import { afterNextRender, Component, inject, signal } from '@angular/core';
import { Icon } from '../icon';
import { Connection } from '../platform/connection';

/** The line at the top that says that there is no connection. The region is always there, or it is not read out. */
@Component({
  selector: 'bs-offline-line',
  imports: [Icon],
  template: `<div role="status">
    @if (isShown() && connection.isLost()) {
      <p class="bs-offline">
        <bs-icon name="offline" /><span i18n>U bent offline. Lezen kan, versturen nog niet.</span>
      </p>
    }
  </div>`,
})
export class OfflineLine {
  protected readonly connection = inject(Connection);
  /** The page as the server wrote it has no such line; only the browser knows. */
  protected readonly isShown = signal(false);

  constructor() {
    afterNextRender(() => this.isShown.set(true));
  }
}
