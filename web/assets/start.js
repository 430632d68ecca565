// Start script of the served page. boot.js has run before it.

// A part of the module, compiled.
self.viktatPiece = async (name) => {
  const answer = await fetch(`${name}.wasm`);
  if (!answer.ok) throw new Error(`${name}.wasm: ${answer.status}`);
  return WebAssembly.compileStreaming(answer);
};

viktatStart(async () => {
  const app = await import('./app.js');
  await app.default();
});

// The texts of a language that the module does not hold, when the reader asks for it.
self.viktatWords = async (lang) => {
  const answer = await fetch(`${lang}.txt`);
  if (!answer.ok) throw new Error(`${lang}.txt: ${answer.status}`);
  return answer.text();
};

// Starts a worker and gives it, so that it can be asked and stopped.
self.viktatWork = (tell) => {
  const worker = new Worker('worker.js', { type: 'module' });
  worker.onmessage = ({ data }) => tell(data);
  worker.onerror = (event) => tell(event.message ?? '');
  worker.postMessage({});
  return worker;
};
