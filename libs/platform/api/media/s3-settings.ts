/** A bucket of Amazon S3, or of anything that speaks the same (MinIO, Ceph, a hosting provider’s object storage). */
export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  /** Null for Amazon's own. */
  readonly endpoint: string | null;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const REQUIRED = ['MEDIA_S3_BUCKET', 'MEDIA_S3_ACCESS_KEY_ID', 'MEDIA_S3_SECRET_ACCESS_KEY'] as const;
const ALL = [...REQUIRED, 'MEDIA_S3_ENDPOINT', 'MEDIA_S3_REGION'] as const;

/** Reads the settings of the bucket, all of them or none; adds a line for each mistake and repeats no value. */
export function readS3(
  env: Readonly<Record<string, string | undefined>>,
  mistakes: string[],
): S3Settings | null {
  const given = (name: (typeof ALL)[number]): string => env[name]?.trim() ?? '';
  if (ALL.every((name) => given(name) === '')) return null;
  const found: string[] = REQUIRED.filter((name) => given(name) === '').map(
    (name) => `${name} is missing: files in a bucket need ${REQUIRED.join(', ')}`,
  );
  const bucket = given('MEDIA_S3_BUCKET');
  if (bucket !== '' && !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    found.push(
      'MEDIA_S3_BUCKET must be the name of a bucket: 3 to 63 small letters, digits, dots and dashes',
    );
  const endpoint = given('MEDIA_S3_ENDPOINT');
  if (endpoint !== '' && !(URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol)))
    found.push('MEDIA_S3_ENDPOINT must be a URL that starts with https:// or http://');
  mistakes.push(...found);
  if (found.length > 0) return null;
  return {
    bucket,
    region: given('MEDIA_S3_REGION') || 'us-east-1',
    endpoint: endpoint || null,
    accessKeyId: given('MEDIA_S3_ACCESS_KEY_ID'),
    secretAccessKey: given('MEDIA_S3_SECRET_ACCESS_KEY'),
  };
}
