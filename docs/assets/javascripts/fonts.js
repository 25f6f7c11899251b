/* Ask for the fonts of text and code before the styles that name them have come: a font
   that is there at the first paint moves nothing. From file:// browsers refuse to. */
if (location.protocol !== "file:") {
  for (const name of [
    "source-serif-4-latin-400-normal",
    "source-serif-4-latin-700-normal",
    "ibm-plex-mono-latin-400-normal",
  ]) {
    const link = document.createElement("link");
    const href = new URL(`../fonts/${name}.woff2`, document.currentScript.src);
    document.head.append(
      Object.assign(link, { rel: "preload", as: "font", crossOrigin: "", href }),
    );
  }
}
