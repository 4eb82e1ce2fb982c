import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField } from '@angular/forms/signals';
import { Field, FieldInput } from './field';

@Component({
  selector: 'bs-question',
  imports: [Field, FieldInput, FormField],
  template: `<bs-field name="vraag" label="Hoe heet uw plan?">
    <input bsInput [formField]="form.text" />
  </bs-field>`,
})
class Question {
  readonly model = signal({ text: '' });
  protected readonly form = form(this.model);
}

/** The page has been made, and is taken over by `isTaken`. */
function question() {
  const fixture = TestBed.createComponent(Question);
  const field = (fixture.nativeElement as HTMLElement).querySelector('input')!;
  const type = (text: string): void => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const isTaken = async (): Promise<void> => {
    fixture.detectChanges();
    await fixture.whenStable();
  };
  return { field, type, isTaken, answer: () => fixture.componentInstance.model().text };
}

describe('a field that somebody types in', () => {
  it('keeps what was typed while its part of the page was being taken over', async () => {
    const { field, type, isTaken, answer } = question();
    type('Een');
    type('Een bankje');
    await isTaken();
    expect([field.value, answer()]).toEqual(['Een bankje', 'Een bankje']);
  });

  it('tells the form of every letter from then on', async () => {
    const { type, isTaken, answer } = question();
    await isTaken();
    expect(answer()).toBe('');
    type('Een boom');
    expect(answer()).toBe('Een boom');
  });
});
