import '../src/app.module';

/** What takes megabytes and serves few: a photo, a paper, a passkey, a bucket, an identity provider. */
const LATER = [
  '@aws-sdk/client-s3',
  '@resvg/resvg-js',
  '@simplewebauthn/server',
  'openid-client',
  'pdfkit',
  'sharp',
];

describe('what the process loads at its start', () => {
  const isLoaded = (library: string): boolean =>
    Object.keys(require.cache).some((file) => file.includes(`/node_modules/${library}/`));

  it('is what every process needs', () => {
    expect(isLoaded('typeorm')).toBe(true);
  });

  it.each(LATER)('is not %s, which waits until somebody needs it', (library) => {
    expect(isLoaded(library)).toBe(false);
  });
});
