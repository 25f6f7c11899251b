/* Answers the search box of Material in place of Material's own worker.

   The messages between them are Material's: see QUERY and RESULT below. What is searched
   is fetched for the first query: site_extras/search_index.py takes it out of the index
   that Material fetches with each first page. */
{
  // Under file:// this runs in a frame, which has a document.
  const own = new URL(self.document?.currentScript.src ?? location.href);
  importScripts(
    ...["libraries.js", "message.js", "sections.js"].map((name) => new URL(name, own).href),
  );

  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]; // Material's types of messages
  const PAGES = 8; // that a query may find
  const ON_A_PAGE = 3; // sections that are shown of each
  const LINES = 2; // that are shown of a section
  const LENGTH = 150; // characters of a line
  const NAME_OF_FILE = /^[\w/]+\.py$/; // above a block
  const CHECKLIST = "production/debugging.html"; // for what has no answer

  let sections; // once there is something to search
  let wanted; // the latest query
  let fetching;

  addEventListener("message", async ({ data: { type, data } }) => {
    if (type === SETUP) {
      if (data.docs.length) sections = new Sections(data.docs);
      postMessage({ type: READY });
    } else if (type === QUERY) {
      wanted = data;
      if (data && !sections) await (fetching ??= fetchSections());
      if (data === wanted) postMessage({ type: RESULT, data: { items: itemsFor(data) } });
    }
  });

  async function fetchSections() {
    try {
      const answer = await fetch(new URL("../../../search/sections.json", own));
      if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
      sections = new Sections(await answer.json());
    } finally {
      fetching = undefined; // where it failed, the next query tries again
    }
  }

  /** Return what Material lists: for each page, its sections and itself. */
  function itemsFor(query) {
    if (!query.trim()) return [];
    const { found, answered } = sections.find(query);
    const pages = new Map();
    for (const each of found) {
      const page = each.location.split("#")[0];
      if (pages.size === PAGES && !pages.has(page)) continue;
      pages.set(page, [...(pages.get(page) ?? []), each]);
    }
    const items = [...pages].map(([page, each]) => itemOf(page, each, query));
    if (answered) return items;
    const nearest = items.slice(0, 3);
    const isListed = nearest.some((item) => item.at(-1).location.split("#")[0] === CHECKLIST);
    const last = isListed || !sections.get(CHECKLIST) ? [] : [itemOf(CHECKLIST, [], query)];
    return [notHere(query), ...nearest, ...last];
  }

  function itemOf(page, found, query) {
    const shown = found
      .filter(({ score }) => score > found[0].score / 2)
      .slice(0, ON_A_PAGE);
    // Material folds away what has fewer points than the first.
    const items = shown.map(({ location, terms = [] }) => {
      const { title, text } = sections.get(location);
      return entry(location, title, teaser(text, new Set([...Sections.termsOf(query), ...terms])));
    });
    // Enter opens what has most points: a section, not its page.
    const itself = { ...entry(page, sections.get(page)?.title ?? page), score: 0 };
    return items.some(({ location }) => location === page) ? items : [...items, itself];
  }

  const entry = (location, title, text = "") => ({ location, title, text, score: 1, terms: {} });

  /** Say that nothing fits, and where to ask. */
  function notHere(query) {
    const form = own.searchParams.get("form"); // empty where the site has no repository
    const asked = new URLSearchParams({ message: query.slice(0, 2000) });
    return [
      entry(
        form ? `${form}&${asked}` : CHECKLIST,
        "Not answered here",
        `<p>${form ? "Ask for an answer: this opens a form with your text. " : ""}What comes nearest follows.</p>`,
      ),
    ];
  }

  /** Return the lines of a section that have most of the words. */
  function teaser(html, words) {
    const different = new Map(linesOf(html).map((line) => [line.text, line]));
    const lines = [...different.values()].map((line, number) => {
      const hits = new Set(Sections.termsOf(line.text).filter((term) => words.has(term)));
      return { ...line, number, hits: hits.size };
    });
    const best = lines.sort(
      (one, other) => other.hits - one.hits || one.code - other.code || one.number - other.number,
    );
    const shown = best.slice(0, LINES).sort((one, other) => one.number - other.number);
    return shown.map(({ text, code }) => {
      const marked = mark(cut(text, words), words);
      return `<p>${code ? `<code>${marked}</code>` : marked}</p>`;
    }).join("");
  }

  /** Return the lines of code and outputs, and the paragraphs of the rest, as text. */
  function linesOf(html) {
    return html.split(/(<pre>.*?<\/pre>)/s).flatMap((part) => {
      const code = part.startsWith("<pre>");
      const lines = part.split(code ? "\n" : /<\/(?:p|li|td|th|h\d)>/);
      return lines
        .map((line) => ({ text: Sections.textOf(line).replace(/\s+/g, " ").trim(), code }))
        .filter(({ text }) => /\w/.test(text) && !NAME_OF_FILE.test(text));
    });
  }

  function cut(text, words) {
    if (text.length <= LENGTH) return text;
    const first = [...text.matchAll(/\w+/g)].find(([word]) => words.has(Sections.termOf(word)));
    const near = Math.max(0, Math.min((first?.index ?? 0) - 40, text.length - LENGTH));
    const begin = near && text.indexOf(" ", near) + 1;
    const part = text.slice(begin, begin + LENGTH).replace(/\s\S*$/, "");
    return `${begin ? "… " : ""}${part} …`;
  }

  function mark(text, words) {
    const escape = (each) => each.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return text
      .split(/(\w+)/)
      .map((each) => (words.has(Sections.termOf(each)) ? `<mark>${each}</mark>` : escape(each)))
      .join("");
  }
}
