import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STYLE_OF_FORMS } from './page-policy';

describe('the policy of a page', () => {
  it('knows the one style that Angular’s forms add, to the letter', () => {
    const forms = join(__dirname, '../../../../node_modules/@angular/forms/fesm2022/signals.mjs');
    expect(readFileSync(forms, 'utf8')).toContain(`element.textContent = \`${STYLE_OF_FORMS}\`;`);
  });
});
