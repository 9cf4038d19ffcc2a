// Bundles that are loaded when something of theirs is used for the first time.

/**
 * Replaces a module by one that requires `file` (a bundle beside this one) when one of its exports is read. Reading is what an import
 * compiles to, so the importing code stays as it is; only what runs while its module is loaded must not touch the export.
 *
 * @param {{filter: RegExp, file: string, names: readonly string[], where?: (resolveDir: string) => boolean}} apart
 * `names` are the exports of the module.
 * @returns {import('esbuild').Plugin}
 */
export function loadedOnFirstUse({ filter, file, names, where = () => true }) {
  const namespace = `apart:${file}`;
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter }, ({ resolveDir, path, kind }) =>
        kind !== 'entry-point' && where(resolveDir, path) ? { path: file, namespace } : undefined,
      );
      build.onLoad({ filter: /./, namespace }, () => ({ contents: getters(file, names), loader: 'js' }));
      build.onResolve({ filter: /./, namespace }, ({ path }) => ({ path, external: true }));
    },
  };
}

/** A CommonJS module with a getter for every name, none of which loads anything by itself. */
function getters(file, names) {
  const properties = names.map((name) => `get ${JSON.stringify(name)}() { return load()[${JSON.stringify(name)}]; }`);
  return [
    'let loaded;',
    `const load = () => (loaded ??= require(${JSON.stringify(file)}));`,
    `module.exports = { __esModule: true, ${properties.join(', ')} };`,
  ].join('\n');
}

/** Leaves out modules that a bundle beside this one holds and that are imported with `import()`, which loads late by itself. */
export function leftOut({ filter, file, where = () => true }) {
  return {
    name: `left-out:${file}`,
    setup(build) {
      build.onResolve({ filter }, ({ resolveDir }) => (where(resolveDir) ? { path: file, external: true } : undefined));
    },
  };
}
