import type { Terminal } from '../../terminal.ts';
import type { FileResult, Summary } from '../result.ts';

/** Turns results into text, file by file, so that many results need not be kept. Each part returns what is printed then. */
export interface Format {
  begin?(): string;
  file(result: FileResult): string;
  end?(summary: Summary): string;
}

/** What a format may know of the run. */
export interface FormatContext {
  readonly terminal: Terminal;
}

export type FormatName = (typeof FORMATS)[number];
export const FORMATS = ['stylish', 'json', 'sarif', 'github', 'markdown'] as const;

/** Loads a format. */
export async function createFormat(name: FormatName, context: FormatContext): Promise<Format> {
  switch (name) {
    case 'stylish':
      return (await import('./stylish.ts')).default(context);
    case 'json':
      return (await import('./json.ts')).default();
    case 'sarif':
      return (await import('./sarif.ts')).default(context);
    case 'github':
      return (await import('./github.ts')).default(context);
    case 'markdown':
      return (await import('./markdown.ts')).default();
  }
}
