import type sharp from 'sharp';

type Sharp = typeof sharp;

let loaded: Promise<Sharp> | undefined;

/** What reads and writes photos. It is large, and most processes see none: it is loaded for the first one. */
export function loadSharp(): Promise<Sharp> {
  return (loaded ??= load());
}

/** Its settings hold for the whole process, so nobody gets it without them. */
async function load(): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  // Whatever the file calls itself: its content is looked at, and only these three are ever unpacked.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] });
  // A photo may take a second longer; votes may not wait for it.
  sharp.concurrency(1);
  return sharp;
}
