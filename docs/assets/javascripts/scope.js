/* What Material's scripts keep in the browser's storage, under the site's own name.

   Material puts these four functions into each page as an inline script, which the
   Content-Security-Policy refuses. The site's root is found from this file's own address,
   so it is the same on every page, on the 404 page, and under file://. */
{
  const root = new URL("../../", document.currentScript.src);
  const name = (key, scope) => `${scope.pathname}.${key}`;

  window.__md_scope = root;

  window.__md_hash = (text) => {
    let hash = 0;
    for (const character of text) {
      hash = (Math.imul(31, hash) + character.codePointAt(0)) | 0;
    }
    return hash;
  };

  window.__md_get = (key, storage = localStorage, scope = root) => {
    try {
      return JSON.parse(storage.getItem(name(key, scope)));
    } catch {
      return null; // damaged, or the browser keeps nothing
    }
  };

  window.__md_set = (key, value, storage = localStorage, scope = root) => {
    try {
      storage.setItem(name(key, scope), JSON.stringify(value));
    } catch {
      // The browser keeps nothing: the choice holds for this page.
    }
  };
}
