// Loads a piece of the module when the module asks for it. Stands inside the glue, whose `wasm` it uses; the start script
// sets `viktatPiece`, which gives a piece as a compiled module, and where pieces are fetched `viktatQuietly`, which has
// the browser keep those that nobody has asked for yet.
const viktatFiles = new Set();
function viktatPieces(files) {
  files.forEach((file) => viktatFiles.add(file));
  let loading;
  return async (callback, data) => {
    let came = true;
    try {
      loading ??= viktatInstantiate(files);
      await loading;
      self.viktatQuietly?.([...viktatFiles].filter((file) => !viktatInstantiated[file]));
      self.viktatQuietly = undefined;
    } catch {
      loading = undefined;
      came = false;
    }
    wasm.__indirect_function_table.get(callback)(data, came);
  };
}

// Each file once. All are fetched at the same time, and made in order: what several pieces share comes before them.
const viktatInstantiated = {};
async function viktatInstantiate(files) {
  const parts = files.map((file) => viktatInstantiated[file] ?? self.viktatPiece(file));
  parts.forEach((part) => part.catch(() => {})); // told where it is awaited below
  for (const [at, file] of files.entries()) {
    const once = async () => WebAssembly.instantiate(await parts[at], { __wasm_split: wasm });
    viktatInstantiated[file] ??= once().catch((error) => {
      delete viktatInstantiated[file];
      throw error;
    });
    await viktatInstantiated[file];
  }
}
