// Start script of the served page. boot.js has run before it.

// A part of the module, compiled.
self.viktatPiece = async (name) => {
  const answer = await fetch(`${name}.wasm`);
  if (!answer.ok) throw new Error(`${name}.wasm: ${answer.status}`);
  return WebAssembly.compileStreaming(answer);
};

// Parts that will be asked for, by a worker or a view, fetched when the page has nothing else to do.
self.viktatQuietly = (names) => {
  const idle = self.requestIdleCallback ?? ((then) => setTimeout(then, 2000));
  const next = () => {
    const name = names.pop();
    if (name) fetch(`${name}.wasm`, { priority: 'low' }).then(() => idle(next)).catch(() => {});
  };
  idle(next);
};

viktatStart(async () => {
  const app = await import('./app.js');
  await app.default();
});

// A text that the module does not hold, when the reader asks for it.
self.viktatText = async (name) => {
  const answer = await fetch(`${name}.txt`);
  if (!answer.ok) throw new Error(`${name}.txt: ${answer.status}`);
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
