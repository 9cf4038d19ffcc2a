/** A file that is generated. `path` is relative to the root of the checkout, `/` between the parts. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}
