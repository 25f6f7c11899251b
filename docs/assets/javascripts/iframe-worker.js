/* What Material needs where the site is opened from file://.

   Browsers refuse to start workers there, so an empty frame runs their scripts. The npm
   package of this name does so too, but writes an inline script into the frame, which the
   Content-Security-Policy refuses. Material's offline plugin looks for this file's name. */
class FrameWorker extends EventTarget {
  #frame = document.createElement("iframe");
  #imported;
  #ready;

  constructor(url) {
    super();
    this.#frame.hidden = true;
    document.body.append(this.#frame);
    const scope = this.#frame.contentWindow;
    scope.postMessage = (data) =>
      this.dispatchEvent(new MessageEvent("message", { data }));
    scope.importScripts = (...urls) => {
      this.#imported = Promise.all(urls.map((each) => this.#run(each)));
    };
    // What a script imports is only known once it has run.
    this.#ready = this.#run(new URL(url, location)).then(() => this.#imported);
  }

  async postMessage(data) {
    await this.#ready;
    const message = new MessageEvent("message", { data: structuredClone(data) });
    this.#frame.contentWindow.dispatchEvent(message);
  }

  terminate() {
    this.#frame.remove();
  }

  #run(url) {
    const page = this.#frame.contentDocument;
    const script = page.createElement("script");
    script.src = url;
    return new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = () => reject(new Error(`cannot load ${url}`));
      page.body.append(script);
    });
  }
}

if (location.protocol === "file:") {
  window.Worker = FrameWorker;

  // With instant navigation, which cannot work there, Material 9 would do nothing at all
  // for the content of the page: no linked tabs, no buttons to copy.
  const element = document.getElementById("__config");
  const config = JSON.parse(element.textContent);
  config.features = config.features.filter((name) => name !== "navigation.instant");
  element.textContent = JSON.stringify(config);
}
