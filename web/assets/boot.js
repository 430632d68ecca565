// Watches over the start of the app and says what went wrong. It knows no sentence: index.html holds the messages.
// The syntax is old on purpose: this file must run in a browser too old for everything else.
(function () {
  'use strict';
  var shell = document.getElementById('shell');
  var app = document.getElementById('app');
  var failed = false;

  function setHidden(id, hidden) {
    document.getElementById(id).hidden = hidden;
  }

  // Shows the first failure; later ones are mostly its consequences.
  function fail(kind, detail) {
    if (failed || !shell) return;
    failed = true;
    setHidden('shell-starting', true);
    setHidden('shell-' + kind, false);
    document.getElementById('shell-detail').textContent = detail;
    setHidden('shell-failed', false);
  }

  // The names of the errors, as engines differ in which class a refusal by policy belongs to.
  var kinds = {
    CompileError: 'wasm', LinkError: 'wasm', EvalError: 'wasm', RangeError: 'wasm',
    SyntaxError: 'old', ReferenceError: 'old', NetworkError: 'network'
  };

  function kindOf(error) {
    if (error && error.name === 'TypeError' && location.protocol !== 'file:') return 'network';
    return (error && kinds[error.name]) || 'crash';
  }

  function failWith(error) {
    fail(kindOf(error), String(error));
  }

  function onError(event) {
    failWith(event.error || event.reason || event.message);
  }

  // The app takes the shell's place. A failure that was only a false alarm goes with it.
  function leaveWhenRendered() {
    if (!shell || (shell.parentNode && !app.firstElementChild)) return;
    observer.disconnect();
    window.removeEventListener('error', onError);
    window.removeEventListener('unhandledrejection', onError);
    if (shell.parentNode) shell.parentNode.removeChild(shell);
    shell = null;
  }

  var observer = new MutationObserver(leaveWhenRendered);
  observer.observe(document.body, { childList: true, subtree: true });
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onError);

  if (typeof WebAssembly !== 'object') {
    fail('wasm', 'WebAssembly: ' + typeof WebAssembly);
  } else if (!('noModule' in document.createElement('script'))) {
    fail('old', 'noModule');
  }

  // Runs `load`, which gives a promise of the started app, unless it is known that it cannot succeed.
  window.viktatStart = function (load) {
    if (!failed) load().then(null, failWith);
  };
})();
