import { URI, Utils } from 'vscode-uri';

/** The directory a URI lies in, undefined at the top and for URIs without a path. */
export function parentOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  const parent = Utils.dirname(parsed);
  return parent.path === parsed.path || parent.path === '' || parent.path === '.' ? undefined : parent.toString();
}

/** The URI of a path with `/` between its parts, below a directory. */
export function joinUri(directory: string, path: string): string {
  return Utils.joinPath(URI.parse(directory), path).toString();
}

/** The path of a URI relative to a directory, `/` between its parts; its whole path where it lies elsewhere. */
export function relativePath(directory: string | undefined, uri: string): string {
  const path = normalized(uri);
  if (directory === undefined) return path.slice(path.lastIndexOf('/') + 1);
  const base = `${normalized(directory).replace(/\/$/, '')}/`;
  return path.startsWith(base) ? path.slice(base.length) : path.replace(/^\//, '');
}

/** One spelling for one file: clients differ in what they percent-encode. */
export function normalizeUri(uri: string): string {
  return URI.parse(uri).toString();
}

/** The decoded path, drive letters in lower case. */
function normalized(uri: string): string {
  return URI.parse(uri).path.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
}
