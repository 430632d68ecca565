// The page's worker: works beside the page, so that the page stays responsive, on one request after the other. It says
// null when it has started, bytes as an answer, and text where the browser breaks. The start script has put what loads
// the module before this.
self.onunhandledrejection = (event) => postMessage(String(event.reason));
self.onmessage = async ({ data: parts }) => {
  const { start, hear } = await viktatModule(parts);
  await start();
  const tell = (said) => postMessage(said);
  self.onmessage = ({ data: [request, file] }) => hear(request, file, tell);
  tell(null);
};
