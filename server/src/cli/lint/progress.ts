import type { Terminal } from '../terminal.ts';

/** Files from which on a person may wonder whether anything happens. */
const MANY = 50;

/** A terminal that shows how far a run over many files is, on a line of its own that anything printed wipes away. */
export function withProgress(terminal: Terminal, total: number): Terminal & { step(): void; done(): void } {
  const shows = terminal.showsProgress && total >= MANY;
  let visible = false;
  let done = 0;
  let last = 0;
  const wipe = () => {
    if (visible) terminal.err('\r\u001b[K');
    visible = false;
  };
  const wiping = (write: (text: string) => void) => (text: string) => {
    if (text === '') return;
    wipe();
    write(text);
  };
  // Not a copy: that would open what is only opened when it is read.
  return Object.assign(Object.create(terminal) as Terminal, {
    out: wiping(terminal.out),
    err: wiping(terminal.err),
    step() {
      done++;
      if (!shows || Date.now() - last < 100) return;
      last = Date.now();
      terminal.err(`\r\u001b[K${done} of ${total} files`);
      visible = true;
    },
    done: wipe,
  });
}
