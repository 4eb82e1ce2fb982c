import { Component, computed, input } from '@angular/core';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

export type NoticeKind = 'info' | 'done' | 'wait' | 'error';

const ICONS: Record<NoticeKind, IconName> = { info: 'info', done: 'done', wait: 'hourglass', error: 'alert' };

/**
 * Says what happened, whether the vote is safe and what to do now. The caller keeps the live region (`role="status"`)
 * around it in the page all the time: a region that appears together with its text is often not read out.
 */
@Component({
  selector: 'bs-notice',
  imports: [Icon],
  template: `<div
    class="bs-notice"
    [class]="'bs-notice--' + kind()"
    [attr.role]="kind() === 'error' ? 'alert' : null"
  >
    <bs-icon [name]="shownIcon()" />
    <div><ng-content /></div>
  </div>`,
})
export class Notice {
  readonly kind = input<NoticeKind>('info');
  readonly icon = input<IconName | null>(null);
  protected readonly shownIcon = computed(() => this.icon() ?? ICONS[this.kind()]);
}
