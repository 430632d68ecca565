// Start script of the served page. boot.js has run before it.
viktatStart(async () => {
  const app = await import('./app.js');
  await app.default();
});
