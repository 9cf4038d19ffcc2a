import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Where the program writes, and what it knows of the place. */
export interface Terminal {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Whether standard output is read by a person. */
  readonly interactive: boolean;
  /** Whether standard error is shown to a person, who likes to see progress. */
  readonly showsProgress: boolean;
  out(text: string): void;
  err(text: string): void;
  /** The text in a style where colours are wanted. */
  paint(style: Style, text: string): string;
  /** The same place without colours. */
  plain(): Terminal;
}

/** The terminal of a process. NO_COLOR and FORCE_COLOR are respected. */
export function terminalOf(host: NodeJS.Process): Terminal {
  const { env, stdout, stderr } = host;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '' && env.FORCE_COLOR !== '0';
  const colours = !env.NO_COLOR && (forced || (stdout.isTTY === true && env.TERM !== 'dumb'));
  const base = {
    cwd: host.cwd(),
    env,
    interactive: stdout.isTTY === true,
    showsProgress: stderr.isTTY === true && env.TERM !== 'dumb' && !env.CI,
    out: (text: string) => void stdout.write(text),
    err: (text: string) => void stderr.write(text),
  };
  const plain: Terminal = {
    ...base,
    // Opened when it is read.
    get stdin() {
      return host.stdin;
    },
    paint: (_, text) => text,
    plain: () => plain,
  };
  if (!colours) return plain;
  return {
    ...base,
    get stdin() {
      return host.stdin;
    },
    paint: (style, text) => styleText(style, text, { validateStream: false }),
    plain: () => plain,
  };
}

/**
 * Text from a document or a file name, made safe to print: control characters (which could move the cursor, colour or rename the
 * terminal) become their pictures, and marks that turn the direction of the text around become U+FFFD.
 */
export function printable(text: string): string {
  return text
    .replace(/\p{Cc}/gu, (character) => {
      if (character === '\t') return ' ';
      const code = character.charCodeAt(0);
      return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD';
    })
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
}

/** JSON of a value in which nothing is left that a terminal would obey: JSON itself escapes only some control characters. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
