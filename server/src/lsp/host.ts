/** Files as the server reads them, by URI. */
export interface FileAccess {
  /** The text of a file, undefined where there is none. Rejects where it is there and cannot be read. */
  readText(uri: string): Promise<string | undefined>;
  /** The same as an editor shows it: with changes that are not saved yet, where the client can tell. */
  readEdited?(uri: string): Promise<string | undefined>;
  /** The names in a directory; none where there is no such directory or it cannot be listed. */
  readNames(uri: string): Promise<readonly string[]>;
  /** Changes whenever the file may have changed; undefined where nothing of the kind is known. */
  stampOf?(uri: string): Promise<string | undefined>;
  /** Writes a file of the server's own, and the folders it lies in. Rejects where it cannot be written. */
  writeText?(uri: string, text: string): Promise<void>;
}

/** What the server needs of the program it runs in. */
export interface ServerHost {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds since any moment. Other than the clock, it never jumps. */
  elapsed(): number;
  /** Resolves after waiting messages had their turn: a running check sees by this that it was cancelled or outdated. */
  yieldNow(): Promise<void>;
  /** Resolves after so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
  /** The disk, for `file:` URIs; undefined where there is none, as in a browser. */
  readonly disk: FileAccess | undefined;
}
