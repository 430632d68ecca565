// Serves the benchmark to the browser of this machine, isolated so that its clock is fine enough.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const KINDS = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };

export function serve(engineFolder) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const engine = path.match(/^\/engine\/(.*)/);
    const file = engine ? join(engineFolder, engine[1]) : join(import.meta.dirname, path);
    const bytes = await readFile(file).catch(() => null);
    response.writeHead(bytes ? 200 : 404, {
      'content-type': KINDS[extname(file)] ?? 'application/octet-stream',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cache-control': 'no-store',
    });
    response.end(bytes ?? '');
  });
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)));
}
