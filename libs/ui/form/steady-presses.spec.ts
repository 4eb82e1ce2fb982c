import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField, required } from '@angular/forms/signals';
import { fireEvent } from '@testing-library/dom';
import { shownError } from './field';
import { steadyPresses } from './steady-presses';

@Component({
  selector: 'bs-question',
  imports: [FormField],
  template: `<p>{{ error(form.text) }}</p>
    <input [formField]="form.text" />
    <button type="button">Ga verder</button>`,
})
class Question {
  protected readonly error = shownError;
  protected readonly form = form(signal({ text: '' }), (path) =>
    required(path.text, { message: 'Vul iets in.' }),
  );

  constructor() {
    steadyPresses();
  }
}

/** Somebody is in the field; `says` is what stands above it. */
function question() {
  const fixture = TestBed.createComponent(Question);
  fixture.autoDetectChanges();
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  const [field, button] = [page.querySelector('input')!, page.querySelector('button')!];
  field.focus();
  const says = async (): Promise<string> => {
    await new Promise((soon) => setTimeout(soon));
    await fixture.whenStable();
    return page.querySelector('p')!.textContent;
  };
  return { fixture, field, button, says };
}

describe('a press that leaves a field', () => {
  it('is over before the field says what is wrong and moves what is pressed', async () => {
    const { button, says } = question();
    fireEvent.pointerDown(button);
    button.focus();
    expect(await says()).toBe('');
    fireEvent.pointerUp(button);
    expect(await says()).toBe('Vul iets in.');
  });

  it('says nothing where it comes back to the field', async () => {
    const { field, button, says } = question();
    fireEvent.pointerDown(button);
    button.focus();
    field.focus();
    fireEvent.pointerUp(field);
    expect(await says()).toBe('');
  });

  it('may end where nobody sees it: the next key counts as well', async () => {
    const { field, button, says } = question();
    fireEvent.pointerDown(button);
    fireEvent.keyDown(field, { key: 'Tab' });
    button.focus();
    expect(await says()).toBe('Vul iets in.');
  });

  it('is not waited for by who uses keys', async () => {
    const { button, says } = question();
    button.focus();
    expect(await says()).toBe('Vul iets in.');
  });

  it('is nothing to a page that is gone', async () => {
    const { fixture, field, button } = question();
    fixture.destroy();
    let isLeft = false;
    document.body.append(field, button);
    field.addEventListener('blur', () => (isLeft = true));
    field.focus();
    fireEvent.pointerDown(button);
    button.focus();
    expect(isLeft).toBe(true);
  });
});
