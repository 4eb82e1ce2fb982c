import type { NewLetterBatch } from '@buurtstem/contract';

/** The file for the printer: one code a line under a heading, with the line ends that spreadsheets expect. */
export function letterCsv(batch: NewLetterBatch): string {
  return ['code', ...batch.codes].map((line) => `${line}\r\n`).join('');
}

/** "codes-brieven-herfst.csv" */
export function letterFileName({ label }: NewLetterBatch): string {
  const plain = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `codes-${plain || 'brieven'}.csv`;
}
