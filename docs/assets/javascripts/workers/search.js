/* Material's search, for those who look for names and for messages.

   It stands before Material's own worker, whose file is named in the address of this one,
   and changes what comes and goes: a section is also found by the parts of the names in it,
   and by pairs of words from the messages in it. So a message can be pasted as it is, and
   what decides is not the words that all messages share.

   What is searched is fetched for the first query: site_extras/search_index.py takes it out
   of the index that Material fetches with each first page. */
{
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]; // Material's types of messages
  const SECTIONS = "../../../search/sections.json";
  const FEW = 6; // words, which the reader may not have finished
  const MANY = 100; // words, of which the last ones say what is wrong

  const wordsOf = (text) => text.toLowerCase().match(/\w+/g) ?? [];
  // They begin as no word does, or the beginning of a word would match pairs.
  const pairsOf = (words) =>
    words.slice(1).map((word, before) => `zz_${words[before]}_${word}`);
  const textOf = (html) => html.replace(/<[^>]*>|&\w+;/g, " ");

  // `add_weight` and `BatchNormalization` are one word each to the index.
  function partsOfNames(html) {
    const names = textOf(html).match(/[A-Za-z]\w+/g) ?? [];
    const parts = names
      .map((name) => name.split(/_+|(?<=[a-z0-9])(?=[A-Z])/))
      .filter((found) => found.length > 1);
    return [...new Set(parts.flat())].join(" ");
  }

  // Outputs are the only preformatted texts that are not code.
  function pairsOfMessages(html) {
    const messages = html.match(/<pre>(?!<code>).*?<\/pre>/gs) ?? [];
    const pairs = messages.flatMap((message) => pairsOf(wordsOf(textOf(message))));
    return [...new Set(pairs)].join(" ");
  }

  // Quotes, colons and asterisks are operators to lunr, and mean nothing in a message.
  function query(text) {
    const words = wordsOf(text).slice(-MANY);
    const pairs = words.length > 2 ? pairsOf(words) : [];
    // A boost, even of one, keeps Material from completing a word: `the` is not `their`.
    const ending = words.length > FEW ? "^1" : "";
    return [
      ...[...new Set(words)].map((word) => word + ending),
      ...[...new Set(pairs)].map((pair) => `${pair}^9`),
    ].join(" ");
  }

  // Under file:// this runs in a frame, which has a document.
  const own = new URL(self.document?.currentScript.src ?? location.href);
  const post = self.postMessage;
  const pass = (data) => dispatchEvent(new MessageEvent("message", { data }));
  let held; // Material's setup, until there are sections to search
  let wanted; // the latest query, for when they are there
  let fetching;
  let whenReady;

  async function fetchSections() {
    try {
      const answer = await fetch(new URL(SECTIONS, own));
      if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
      held.data.docs = await answer.json();
      const ready = new Promise((resolve) => (whenReady = resolve));
      pass(held);
      await ready;
      held = undefined;
      pass(wanted);
    } finally {
      fetching = undefined; // where it failed, the next query tries again
    }
  }

  addEventListener("message", (event) => {
    const message = event.data;
    if (message.type === SETUP && message.data.docs.length) {
      for (const section of message.data.docs) {
        section.names = partsOfNames(section.text);
        section.messages = pairsOfMessages(section.text);
        // Chapters show some of these messages, too: the section about the mistake comes first.
        section.mistakes = section.location.startsWith("mistakes/") ? section.messages : "";
      }
    } else if (message.type === SETUP) {
      event.stopImmediatePropagation();
      held = message;
      post({ type: READY });
    } else if (message.type === QUERY && !held) {
      message.data = query(message.data);
    } else if (message.type === QUERY) {
      event.stopImmediatePropagation();
      wanted = message;
      if (message.data) fetching ??= fetchSections();
      else post({ type: RESULT, data: { items: [] } });
    }
  });

  // Material lists the words that it missed: of a message, the reader's own names.
  self.postMessage = (message) => {
    if (message.type === READY && whenReady) return whenReady();
    if (message.type === RESULT) {
      for (const item of message.data.items.flat()) {
        const found = Object.entries(item.terms).filter(([, isFound]) => isFound);
        item.terms = Object.fromEntries(found);
      }
    }
    post(message);
  };

  importScripts(new URL(own.search.slice(1), own).href);
}
