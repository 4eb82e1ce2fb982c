import { ElementRef, inject } from '@angular/core';
import { REQUEST_COOKIE } from '../platform/request-cookie';

const COOKIE = /(?:^|;)\s*(?:__Host-)?buurtstem-getypt=([^;]*)/;

/**
 * What stands in the fields of this part of the page before its form is made, by the name of the field. On the server that is
 * what was typed in a form that was refused, which the browser keeps in a cookie. In the browser it is what the server filled
 * in, or what was typed or chosen while the scripts were still to come: the form starts from there, and empties nothing.
 */
export function fieldsBefore(): (form: string, name: string) => string {
  const cookies = inject(REQUEST_COOKIE);
  const part = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  if (cookies === null) return (_form, name) => valueIn(part, name);
  const kept = new URLSearchParams(COOKIE.exec(cookies)?.[1]);
  return (form, name) => (kept.get('form') === form ? (kept.get(name) ?? '') : '');
}

function valueIn(part: HTMLElement, name: string): string {
  type Control = HTMLInputElement | HTMLTextAreaElement;
  const controls = [...part.querySelectorAll<Control>(`[name$=".${name}"]`)];
  return controls.find((one) => one.type !== 'radio' || (one as HTMLInputElement).checked)?.value ?? '';
}
