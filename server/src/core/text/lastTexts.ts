import { ownCopy } from './ownCopy.ts';

/** Longer texts are hardly met again. */
const LONGEST = 200;
/** A power of two. With texts of such a length that is half a megabyte. */
const PLACES = 4096;

/**
 * Texts that were met lately, each with what it belongs to. A text has one place, which it takes from whatever was there: to ask for one
 * that is not there costs next to nothing, unlike with a map, which has to read all of it first.
 */
export class LastTexts {
  readonly #texts = new Array<string | undefined>(PLACES);
  readonly #kinds = new Array<string | undefined>(PLACES);

  has(text: string, kind: string): boolean {
    const place = placeOf(text);
    return this.#texts[place] === text && this.#kinds[place] === kind;
  }

  add(text: string, kind: string): void {
    if (text.length > LONGEST) return;
    const place = placeOf(text);
    this.#texts[place] = ownCopy(text);
    this.#kinds[place] = kind;
  }
}

/** A place by the length and some of the letters. */
function placeOf(text: string): number {
  const { length } = text;
  let place = length;
  for (let i = 0; i < 12; i++) place = (place * 31 + text.charCodeAt(((i * length) / 12) | 0)) | 0;
  return (place ^ (place >>> 15)) & (PLACES - 1);
}
