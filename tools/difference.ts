/** Where two texts first differ, in words, or undefined when they are the same. Line ends count. */
export function firstDifference(committed: string, fresh: string): string | undefined {
  if (committed === fresh) return undefined;
  if (committed === '') return 'it is missing';
  const [had, has] = [committed.split('\n'), fresh.split('\n')];
  const line = has.findIndex((text, index) => text !== had[index]);
  const at = line === -1 ? has.length : line;
  return `line ${at + 1}: "${(had[at] ?? '').trim()}" should be "${(has[at] ?? '').trim()}"`;
}
