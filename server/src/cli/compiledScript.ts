import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { basename, dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import vm from 'node:vm';

type Loader = (loaded: NodeJS.Module, file: string) => void;
/** What `require` does with a file, by the end of its name: stable for as long as there is Node, and typed nowhere. */
const loaders = (module as unknown as { readonly _extensions: Record<string, Loader> })._extensions;

/** Bytes of the digest that a kept file begins with. */
const DIGEST = 20;

/**
 * Keeps in `directory` what V8 compiles of one CommonJS module, for the next process that requires it: what Node does by itself since
 * 22.8. Kept code is of this very source, this V8 and its flags, or passed over.
 */
export function keepCompiledScript(path: string, directory: string): void {
  const place = join(directory, `${basename(path)}-${digest(path).toString('hex', 0, 8)}-${cachedDataVersionTag()}`);
  loaders['.cjs'] = (loaded, file) => {
    if (file !== path) return loaders['.js']!(loaded, file);
    const source = readFileSync(path);
    const cachedData = read(place, source);
    const script = new vm.Script(module.wrap(source.toString()), {
      filename: path,
      ...(cachedData ? { cachedData } : {}),
      importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    if (!cachedData || script.cachedDataRejected)
      process.on('exit', () => write(place, source, script.createCachedData()));
    const run = script.runInThisContext() as (...args: unknown[]) => void;
    run.call(loaded.exports, loaded.exports, loaded.require.bind(loaded), loaded, path, dirname(path));
  };
}

/** V8 compares lengths only, and believes what it is given: the digest is of the source, and of what was made of it. */
function digest(...parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function read(place: string, source: Buffer): Buffer | undefined {
  try {
    const kept = readFileSync(place);
    const code = kept.subarray(DIGEST);
    return digest(source, code).equals(kept.subarray(0, DIGEST)) ? code : undefined;
  } catch {
    return undefined; // nothing was kept yet
  }
}

/** Another run may read it at the same time: it is there completely or not at all. */
function write(place: string, source: Buffer, code: Buffer): void {
  const temporary = `${place}.${process.pid}`;
  try {
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    writeFileSync(temporary, Buffer.concat([digest(source, code), code]), { mode: 0o600 });
    renameSync(temporary, place);
  } catch {
    // What was not kept is compiled again.
    try {
      rmSync(temporary, { force: true });
    } catch {
      // The directory cannot be written at all.
    }
  }
}
