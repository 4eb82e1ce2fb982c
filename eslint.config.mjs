import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

/** Time, chance and packages come into a domain room as arguments: a rule that must wait is not a rule. */
const domainOnly = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take the time as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Take chance as an argument.',
  },
  { selector: ':function[async=true]', message: 'A rule that must wait is not a rule.' },
  { selector: 'AwaitExpression', message: 'A rule that must wait is not a rule.' },
];

const SCOPES = [
  'accounts',
  'districts',
  'proposals',
  'discussion',
  'voting',
  'agenda',
  'notifications',
  'pages',
];
/** One line per exception between contexts, each with its ADR (docs/adr/0003-rooms-and-who-may-import-whom.md). */
const EXCEPTIONS = {
  notifications: ['accounts'],
  accounts: ['notifications', 'districts'],
  proposals: ['districts', 'accounts'],
  discussion: ['proposals', 'districts', 'accounts', 'notifications'],
  voting: ['discussion', 'proposals', 'districts', 'accounts', 'notifications'],
  pages: ['districts', 'accounts'],
  agenda: ['voting', 'proposals', 'districts', 'accounts', 'notifications'],
};

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '.nx', '.angular', 'coverage', 'var', 'tmp', '**/*.gen.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,mjs,cjs}'],
    plugins: { '@nx': nx },
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name=/^(only|skip|todo|fixme)$/][callee.object.name=/^(it|test|describe)$/]',
          message: 'No focused or skipped tests.',
        },
      ],
    },
  },
  {
    files: ['**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          // The tools and the journeys run as they are, without a bundler that knows our names.
          allow: [
            '^.*/jest\\..*\\.cjs$',
            '^.*/eslint\\.config\\.mjs$',
            '^(\\.\\./)+libs/platform/postgres/index\\.ts$',
            '^\\.\\./tools/[\\w-]+\\.ts$',
          ],
          depConstraints: [
            {
              sourceTag: 'type:domain',
              onlyDependOnLibsWithTags: ['type:domain'],
              bannedExternalImports: ['*'],
            },
            { sourceTag: 'type:contract', onlyDependOnLibsWithTags: ['type:contract'] },
            { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['type:tool'] },
            {
              sourceTag: 'type:api',
              onlyDependOnLibsWithTags: ['type:api', 'type:domain', 'type:tool'],
              bannedExternalImports: ['@angular/*'],
            },
            {
              sourceTag: 'type:ui',
              onlyDependOnLibsWithTags: ['type:ui', 'type:domain'],
              bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'class-validator', 'class-transformer'],
            },
            {
              sourceTag: 'type:web',
              onlyDependOnLibsWithTags: ['type:web', 'type:ui', 'type:domain', 'type:contract'],
              bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'class-validator', 'class-transformer'],
            },
            {
              sourceTag: 'type:app-web',
              onlyDependOnLibsWithTags: ['type:web', 'type:ui', 'type:domain', 'type:contract'],
              bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'class-validator', 'class-transformer'],
            },
            {
              sourceTag: 'type:app',
              onlyDependOnLibsWithTags: ['type:api', 'type:domain', 'type:tool', 'type:contract', 'type:app'],
              bannedExternalImports: ['@angular/core', '@angular/common'],
            },
            ...SCOPES.map((scope) => ({
              sourceTag: `scope:${scope}`,
              onlyDependOnLibsWithTags: [scope, 'shared', 'platform', ...(EXCEPTIONS[scope] ?? [])].map(
                (tag) => `scope:${tag}`,
              ),
            })),
            { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
            { sourceTag: 'scope:platform', onlyDependOnLibsWithTags: ['scope:shared', 'scope:platform'] },
            { sourceTag: 'scope:demo', onlyDependOnLibsWithTags: ['*'] },
            { sourceTag: 'scope:composition', onlyDependOnLibsWithTags: ['*'] },
          ],
        },
      ],
    },
  },
  {
    files: ['libs/*/domain/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...domainOnly],
      'no-restricted-globals': [
        'error',
        'process',
        'console',
        'setTimeout',
        'setInterval',
        'fetch',
        'crypto',
        'performance',
      ],
      'no-restricted-imports': ['error', { patterns: ['node:*'] }],
    },
  },
  {
    files: ['libs/*/domain/**/*.spec.ts', 'libs/*/domain/**/testing.ts'],
    rules: { '@nx/enforce-module-boundaries': 'off' },
  },
  { files: ['tools/**/*.ts', 'apps/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.spec.ts', '**/*-spec.ts', 'e2e/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['apps/web/**/*.ts', 'libs/*/web/**/*.ts', 'libs/ui/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'bs', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': [
        'error',
        { type: 'attribute', prefix: 'bs', style: 'camelCase' },
      ],
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
    },
  },
  {
    files: ['apps/web/**/*.html', 'libs/*/web/**/*.html', 'libs/ui/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  {
    // Playwright reads the wanted fixtures from the pattern, so a fixture that wants none has to write an empty one.
    files: ['e2e/**/*.ts'],
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { module: 'writable', require: 'readonly', __dirname: 'readonly', process: 'readonly' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        Buffer: 'readonly',
        fetch: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
      },
    },
  },
);
