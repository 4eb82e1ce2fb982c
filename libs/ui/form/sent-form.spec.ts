import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField } from '@angular/forms/signals';
import { fireEvent } from '@testing-library/dom';
import { SentForm } from './sent-form';

interface Wish {
  mail: string;
  paper: boolean;
}

@Component({
  selector: 'bs-wishes',
  imports: [FormField, SentForm],
  template: `<form [bsSentForm]="form">
    <input type="radio" value="weekly" [formField]="form.mail" />
    <input type="radio" value="never" [formField]="form.mail" />
    <input type="checkbox" [formField]="form.paper" />
    <button type="submit">Bewaar</button>
  </form>`,
})
class Wishes {
  readonly wish = signal<Wish>({ mail: 'weekly', paper: false });
  readonly sent: Wish[] = [];
  protected readonly form = form(this.wish, {
    submission: { action: async () => void this.sent.push(this.wish()) },
  });
}

function wishes() {
  const fixture = TestBed.createComponent(Wishes);
  fixture.detectChanges();
  const shown = (fixture.nativeElement as HTMLElement).querySelector('form')!;
  return { shown, sent: fixture.componentInstance.sent };
}

describe('a form that only the scripts send', () => {
  it('is sent without loading a page', () => {
    const { shown, sent } = wishes();
    expect(fireEvent.submit(shown)).toBe(false);
    expect(sent).toEqual([{ mail: 'weekly', paper: false }]);
  });

  it('does nothing in a browser without scripts: nothing of it lands in an address', () => {
    expect(wishes().shown.method).toBe('dialog');
  });

  it('is sent by a press from before the scripts came, which nobody can stop any more', () => {
    const { shown, sent } = wishes();
    const press = new Event('submit', { bubbles: true, cancelable: true });
    Object.defineProperty(press, 'eventPhase', { value: 101 });
    press.preventDefault = () => {
      throw new Error('`preventDefault` called during event replay.');
    };
    shown.dispatchEvent(press);
    expect(sent).toHaveLength(1);
  });
});
