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
self.viktatText = async (name) => JSON.parse(document.getElementById(`viktat-${name}`).textContent);

// Starts a worker and gives it, so that it can be asked and stopped. The worker gets the compiled parts.
self.viktatWork = (tell) => {
  const scripts = ['viktat-glue', 'viktat-worker'].map((id) => document.getElementById(id).textContent);
  const url = URL.createObjectURL(new Blob(scripts, { type: 'text/javascript' }));
  const worker = new Worker(url);
  worker.onmessage = ({ data }) => tell(data);
  worker.onerror = (event) => tell(event.message ?? '');
  compiledParts().then((parts) => worker.postMessage(parts), (error) => tell(String(error)));
  return worker;
};

let parts;
function compiledParts() {
  const elements = [...document.querySelectorAll('script[type="application/gzip;base64"]')];
  const names = elements.map((element) => element.id.replace('viktat-', ''));
  const compiled = names.map(async (name) => [name, await self.viktatPiece(name)]);
  parts ??= Promise.all(compiled).then((all) => Object.fromEntries(all));
  return parts;
}
