// Sets language, direction and colours before the first paint. A file of its own: the policy allows no inline script.
(function () {
  var root = document.documentElement;
  function stored(key) {
    try {
      return window.localStorage.getItem(key);
    } catch (_blocked) {
      return null; // storage is switched off: the browser's own settings decide
    }
  }
  var language = stored('panel-language') || (/^fa\b/i.test(navigator.language || '') ? 'fa' : 'en');
  var scheme = stored('panel-color-scheme') || 'auto';
  var dark = scheme === 'dark' || (scheme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  root.lang = language === 'fa' ? 'fa' : 'en';
  root.dir = language === 'fa' ? 'rtl' : 'ltr';
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  // Others than the known values stay without effect.
  ['density', 'calendar', 'digits', 'motion', 'shortcuts'].forEach(function (name) {
    var value = stored('panel-' + name);
    if (value) root.setAttribute('data-' + name, value);
  });
  if (/^\/(login|setup|invite)\b/.test(window.location.pathname)) root.setAttribute('data-boot', 'bare');
  askForFirstFiles();
  askWhoIsSignedIn();

  // The build writes before this script what each page needs. It comes beside the entry, which would ask for it later.
  function askForFirstFiles() {
    var first = window.firstFiles;
    var page =
      first &&
      first.pages.find(function (one) {
        return new RegExp(one.at).test(window.location.pathname);
      });
    if (!page) return;
    page.code.concat(page.strings[root.lang]).forEach(function (place) {
      var link = document.createElement('link');
      link.rel = 'modulepreload';
      link.crossOrigin = '';
      link.href = '/' + first.files[place];
      document.head.appendChild(link);
    });
  }

  // Every page begins with this question; api/connection.ts gives the answer to whoever asks it in these very words.
  function askWhoIsSignedIn() {
    var address = '/trpc/auth.me?batch=1&input=%7B%7D';
    var answer = window.fetch(address);
    answer.catch(function () {}); // it fails for whoever asks
    window.earlyAnswer = { address, answer };
  }
})();
