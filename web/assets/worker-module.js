// What loads the module in the served page's worker.
import start, { hear } from './app.js';
self.viktatPiece = async (name) => WebAssembly.compileStreaming(fetch(`${name}.wasm`));
const viktatModule = async () => ({ start, hear });
