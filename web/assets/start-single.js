// Start script of the single file: opened from file:// there is no fetch, no module file and no worker file.
// A part of the module, compiled.
self.viktatPiece = async (name) => {
  const text = document.getElementById(`viktat-${name}`).textContent;
  const packed = new Blob([fromBase64(text)]).stream();
  const plain = packed.pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(plain).arrayBuffer());
};

viktatStart(async () => {
  await wasm_bindgen({ module_or_path: await self.viktatPiece('app_bg') });
});

// The loop is for engines without fromBase64; Uint8Array.from with a callback is many times slower.
function fromBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

// The texts of a language that the module does not hold, when the reader asks for it.
self.viktatWords = async (lang) => JSON.parse(document.getElementById(`viktat-${lang}`).textContent);
