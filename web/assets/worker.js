// The page's worker: works beside the page, so that the page stays responsive: on one file, or on one order after the
// other about a region that it keeps. The start script has put what loads the module before this.
self.onunhandledrejection = (event) => postMessage(`!${event.reason}`);
self.onmessage = async ({ data }) => {
  const { start, work, hear } = await viktatModule(data);
  await start();
  const tell = (text) => postMessage(text);
  if (data.file) return work(data.file, data.order, tell);
  self.onmessage = (message) => hear(message.data.order, message.data.file, tell);
  return tell('h');
};
