// The page's worker: works on files beside the page, so that the page stays responsive. The start script has put what
// loads the module before this.
self.onunhandledrejection = (event) => postMessage(`!${event.reason}`);
self.onmessage = async ({ data }) => {
  const { start, work } = await viktatModule(data);
  await start();
  work(data.file, data.order, (text) => postMessage(text));
};
