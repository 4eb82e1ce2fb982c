/** Shows how far long work is: one line on a terminal's stderr, and nothing where nobody looks. */
export class Progress {
  constructor(private readonly stream: NodeJS.WriteStream = process.stderr) {}

  show(what: string, done: number, total: number): void {
    if (!this.stream.isTTY) return;
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
    this.stream.write(`\r\x1b[K${what} ${percent} % (${done} of ${total})`);
  }

  clear(): void {
    if (this.stream.isTTY) this.stream.write('\r\x1b[K');
  }
}
