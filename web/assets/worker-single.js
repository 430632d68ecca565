// What loads the module in the single file's worker: the page sends the compiled parts, and the glue stands before this.
const viktatModule = async (parts) => {
  self.viktatPiece = async (name) => parts[name];
  const { hear } = wasm_bindgen;
  return { start: () => wasm_bindgen({ module_or_path: parts.app_bg }), hear };
};
