// Start script of the served page. boot.js has run before it.
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
