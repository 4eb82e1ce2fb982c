import type { Signal, WritableSignal } from '@angular/core';
import { type FieldTree, form, type TreeValidationResult, validate } from '@angular/forms/signals';
import { isSlug, PAGE_LENGTHS } from '@buurtstem/pages-domain';
import type { DeskPage } from '@buurtstem/contract';
import { focusFirstError, lengthWords } from '@buurtstem/ui';
import type { PageDraft } from './page-memory';

export const EMPTY_DRAFT: PageDraft = { slug: '', title: '', body: '', titleEn: '', bodyEn: '' };

export function draftOf({ slug, title, body, titleEn, bodyEn }: DeskPage): PageDraft {
  return { slug, title, body, titleEn, bodyEn };
}

export function isSameDraft(one: PageDraft, other: PageDraft): boolean {
  const keys = Object.keys(EMPTY_DRAFT) as (keyof PageDraft)[];
  return keys.every((key) => one[key].trim() === other[key].trim());
}

/** The form of a page, with the rules that the API also holds to. */
export function pageForm(
  model: WritableSignal<PageDraft>,
  isNew: Signal<boolean>,
  submit: () => Promise<TreeValidationResult>,
): FieldTree<PageDraft> {
  const tree: FieldTree<PageDraft> = form(
    model,
    (path) => {
      const { title, body } = PAGE_LENGTHS;
      const says = (message: string | null) => (message === null ? undefined : { kind: 'page', message });
      const isEnglish = () => model().titleEn.trim() !== '' || model().bodyEn.trim() !== '';
      validate(path.title, ({ value }) => says(lengthWords(value(), title, $localize`een titel`)));
      validate(path.slug, ({ value }) =>
        says(
          !isNew() || isSlug(value().trim())
            ? null
            : $localize`Gebruik kleine letters, cijfers en streepjes, zoals wat-is-een-commissie.`,
        ),
      );
      validate(path.body, ({ value }) => says(lengthWords(value(), body, $localize`een tekst`)));
      validate(path.titleEn, ({ value }) =>
        says(isEnglish() ? lengthWords(value(), title, $localize`een Engelse titel`) : null),
      );
      validate(path.bodyEn, ({ value }) =>
        says(isEnglish() ? lengthWords(value(), body, $localize`een Engelse tekst`) : null),
      );
    },
    { submission: { action: submit, onInvalid: () => focusFirstError(tree) } },
  );
  return tree;
}
