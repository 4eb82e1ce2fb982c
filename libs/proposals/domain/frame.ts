import { widgetPath, type ProposalAddress } from './addresses';

/** Room for a title of two lines; the widget scrolls in less. In pixels. */
export const FRAME_SIZE = { width: 480, height: 360 } as const;

export interface Frame {
  readonly proposal: ProposalAddress;
  readonly title: string;
  /** Scheme and host of this site. */
  readonly site: string;
  readonly width?: number;
  readonly height?: number;
}

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** HTML for other sites that shows a proposal. Links open outside the frame; nothing else can happen in it. */
export function frameCode({ proposal, title, site, width, height }: Frame): string {
  const attributes = {
    src: site + widgetPath(proposal),
    title,
    width: String(width ?? FRAME_SIZE.width),
    height: String(height ?? FRAME_SIZE.height),
    style: 'border:0;max-width:100%',
    loading: 'lazy',
    sandbox: 'allow-popups allow-popups-to-escape-sandbox',
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${attribute(value)}"`);
  return `<iframe ${written.join(' ')}></iframe>`;
}
