export const CODE_DIGITS = 6;

/** People paste "482 913" and "482-913". */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
