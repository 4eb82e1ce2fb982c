import { afterNextRender, inject, Injectable, signal } from '@angular/core';
import { DeviceMemory } from '@buurtstem/ui';

const MEMORY = 'sneltoetsen';
const A_YEAR_MS = 365 * 24 * 3600 * 1000;
/** Where a letter is typed, or chooses. A radio button or a checkbox takes none. */
const FIELDS =
  'textarea, select, [contenteditable=""], [contenteditable="true"], input:not([type="radio"], [type="checkbox"])';

/**
 * Single keys on the desk (WCAG 2.1.4): only where nothing is typed, without Ctrl, Alt or Meta, and a moderator can
 * switch them off on a device.
 */
@Injectable({ providedIn: 'root' })
export class DeskKeys {
  private readonly memory = inject(DeviceMemory);
  private readonly on = signal(true);
  readonly isOn = this.on.asReadonly();

  constructor() {
    // After the first rendering: until then the page is as the server wrote it, which knows no device.
    afterNextRender(() => this.on.set(this.memory.read(MEMORY, A_YEAR_MS, isBoolean) ?? true));
  }

  turn(on: boolean): void {
    this.on.set(on);
    this.memory.keep(MEMORY, on);
  }

  /** The key that was pressed as a shortcut, as a small letter; null where it means something else. */
  pressed(event: KeyboardEvent): string | null {
    if (!this.on() || event.defaultPrevented || event.repeat || event.isComposing) return null;
    if (event.ctrlKey || event.altKey || event.metaKey) return null;
    const { target } = event;
    if (target instanceof Element && target.closest(FIELDS)) return null;
    return event.key.toLowerCase();
  }
}

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
