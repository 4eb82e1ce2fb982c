/** Colours and sizes have names. They live in libs/ui/theme/tokens.css; everything else says which one it means. */
const NAMED = 'Name it in libs/ui/theme/tokens.css, and use the name here (docs/design/tokens.md).';

/** Lengths that stand on their own. Left: %, fr and the window's own units, which are relations and not choices. */
const LENGTHS = ['px', 'rem', 'em', 'ch', 'ex', 'lh', 'rlh', 'cap', 'ic', 'pt', 'pc', 'in', 'cm', 'mm', 'Q'];

/** @type {import('stylelint').Config} */
export default {
  reportNeedlessDisables: true,
  reportInvalidScopeDisables: true,
  reportDescriptionlessDisables: true,
  rules: {
    'color-no-hex': [true, { message: NAMED }],
    // currentcolor, transparent and the system's own colours are no names of a hue, and may stay.
    'color-named': ['never', { message: NAMED }],
    'function-disallowed-list': [
      ['/^(rgb|hsl)a?$/i', '/^(ok)?(lab|lch)$/i', 'hwb', 'color', 'light-dark', 'device-cmyk'],
      { message: NAMED },
    ],
    'unit-disallowed-list': [
      LENGTHS,
      { message: NAMED, ignoreMediaFeatureNames: { rem: ['min-width', 'max-width', 'min-height'] } },
    ],
    // A media query cannot read a token, so the breakpoints are these, and no others.
    'media-feature-name-value-allowed-list': {
      'min-width': ['40rem', '48rem', '64rem'],
      'max-width': ['17.99rem', '39.99rem', '71.99rem'],
      'min-height': ['56rem'],
    },
    // A style that must shout hides a rule that is in the wrong place.
    'declaration-no-important': true,
  },
  overrides: [
    {
      files: ['libs/ui/theme/tokens.css'],
      rules: {
        'color-no-hex': null,
        'unit-disallowed-list': null,
        // It holds tokens only: no rule that styles something gets in by this door.
        'property-allowed-list': [['/^--bs-/', 'color-scheme']],
        'declaration-no-important': true,
      },
    },
  ],
};
