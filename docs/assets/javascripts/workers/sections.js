/* Find sections: by words that people use, by parts of names, by messages.

   Words are a matter of MiniSearch. A message is recognised by its pairs of neighbouring
   words, such as "missing axis": single words occur in nearly all messages. What counts is
   which share of its pairs a section has, in a message that it shows, in its title, or in
   the words that it is searched by; a rare pair counts more. */
self.Sections = (() => {
  const FIELDS = { title: 5, page: 2, searched: 12, names: 1.5, text: 1 };
  const SEARCHED = /Also searched as: ([^<]*)/; // a line that authors write
  const ASIDE = /^(?:(?:exercises?|where to go next|what to remember)$|warm-up:|build it:)/i;
  const MISTAKE = 1.05; // a chapter may show the message of a mistake, too
  const UNKNOWN = 0.7; // a pair that no section shows may have names of the reader's own
  const NAMED = 0.01; // between sections with one message, the title decides
  const ABOVE_WORDS = 1e4; // a section that shows the message comes first
  const FEW = 6; // pairs: a question may have as many in common with a message
  // By this share of its pairs (measured in decisions/0019) or its words, it is answered.
  const ENOUGH = { message: 0.42, words: 0.6 };
  const COMMON = new Set(
    `a about after all also am an and any are as at be because been before being but by can
    cannot could did do does doing don dont for from get gets getting had has have having
    here how i if in into is isn isnt it its just like me my not of on or our over own should
    so some such than that the their them then there these they this those to too up use
    used using very want was way we were what when where which while who why will with would
    you your`.split(/\s+/),
  );
  const ENTITIES = { lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'", amp: "&" };

  const wordsOf = (text) => text.toLowerCase().match(/\w+/g) ?? [];
  const pairsOf = (text) => {
    const words = wordsOf(text);
    return new Set(words.slice(1).map((word, before) => `${words[before]} ${word}`));
  };
  const plain = (html) =>
    html.replace(/<[^>]*>/g, " ").replace(/&(#?\w+);/g, (_, name) => ENTITIES[name] ?? " ");
  // `losses` and `loss` are one word; `add_weight` stays as it is.
  const root = (word) => (/[_\d]/.test(word) ? word : stemmer(word));
  const termOf = (word) => {
    const lower = word.toLowerCase();
    return COMMON.has(lower) ? null : root(lower);
  };
  const termsOf = (text) => wordsOf(text).map(termOf).filter(Boolean);
  const sum = (pairs, weigh) => [...pairs].reduce((all, pair) => all + weigh(pair), 0);

  // `add_weight` and `BatchNormalization` are one word each.
  function partsOfNames(text) {
    const names = text.match(/[A-Za-z]\w+/g) ?? [];
    const parts = names.map((name) => name.split(/_+|(?<=[a-z0-9])(?=[A-Z])/));
    return [...new Set(parts.filter((found) => found.length > 1).flat())].join(" ");
  }

  // Outputs are the only preformatted texts that are not code.
  function pairsOfMessages(section) {
    const messages = (section.text.match(/<pre>(?!<code>).*?<\/pre>/gs) ?? []).map(plain);
    return new Set(messages.flatMap((each) => [...pairsOf(each), ...pairsOf(messageIn(each))]));
  }

  return class Sections {
    static termOf = termOf; // null for words that say nothing
    static termsOf = termsOf;
    static textOf = plain;

    /** @param docs Sections: location, title, text as HTML, boost. */
    constructor(docs) {
      this.sections = new Map();
      this.showing = new Map(); // pair → how many sections have it
      this.shown = 0; // sections that have pairs
      this.index = new MiniSearch({
        idField: "location",
        fields: Object.keys(FIELDS),
        tokenize: wordsOf,
        processTerm: termOf,
      });
      const titles = new Map(docs.map(({ location, title }) => [location, title]));
      for (const section of docs) {
        const text = plain(section.text);
        const searched = SEARCHED.exec(section.text)?.[1] ?? "";
        const names = partsOfNames(text);
        const { location, title } = section;
        const named = pairsOf(plain(`${title}; ${searched}`));
        const pairs = new Set([...pairsOfMessages(section), ...named]);
        for (const pair of pairs) this.showing.set(pair, (this.showing.get(pair) ?? 0) + 1);
        this.shown += pairs.size > 0;
        this.sections.set(location, { ...section, pairs, named });
        const page = titles.get(location.split("#")[0]) ?? "";
        this.index.add({ location, title, page, searched, names, text });
      }
    }

    /** Return a section by its location. */
    get(location) {
      return this.sections.get(location);
    }

    /** Return what is found, best first, and whether that is an answer. */
    find(text) {
      const showing = this.byMessage(text).filter(({ share }) => share >= ENOUGH.message);
      const shown = new Set(showing.map(({ location }) => location));
      const byWords = this.byWords(text).filter(({ location }) => !shown.has(location));
      const asked = looksLikeMessage(text) ? 0 : byWords[0]?.share;
      return {
        found: [...showing, ...byWords],
        answered: showing.length > 0 || asked >= ENOUGH.words,
      };
    }

    byMessage(text) {
      const wanted = pairsOf(messageIn(text));
      const whole = pairsOf(text); // decides between sections with the same message
      if (wanted.size < FEW && !looksLikeMessage(text)) return [];
      const weight = (pair) => Math.log(1 + this.shown / (this.showing.get(pair) ?? 1));
      const all = sum(wanted, (pair) => weight(pair) * (this.showing.has(pair) ? 1 : UNKNOWN));
      return [...this.sections.values()]
        .map(({ location, pairs, named }) => {
          const share = sum(wanted, (pair) => (pairs.has(pair) ? weight(pair) : 0)) / all;
          const around = sum(whole, (pair) => pairs.has(pair)) / whole.size;
          const titled = sum(wanted, (pair) => named.has(pair)) / wanted.size;
          const boost = location.startsWith("mistakes/") ? MISTAKE : 1;
          const score = ABOVE_WORDS * (share * boost + around / 10 + titled * NAMED);
          return { location, share, score };
        })
        .filter(({ share }) => share > 0)
        .sort((one, other) => other.score - one.score);
    }

    byWords(text) {
      const wanted = new Set(termsOf(text));
      const found = this.index.search(text, {
        boost: FIELDS,
        prefix: (term, at, terms) => at === terms.length - 1 && term.length > 1,
        fuzzy: (term) => term.length > 4 && 0.2,
        weights: { prefix: 0.4, fuzzy: 0.2 },
        boostDocument: (location) => {
          const { title, boost = 1 } = this.sections.get(location);
          return boost * (ASIDE.test(title) ? 0.2 : 1);
        },
      });
      return found
        .map(({ id, score, queryTerms, terms }) => {
          const share = new Set(queryTerms).size / wanted.size;
          return { location: id, share, score: score * share, terms };
        })
        .sort((one, other) => other.score - one.score);
    }
  };

  function looksLikeMessage(text) {
    const words = wordsOf(text).length;
    return words > 12 || (words > 1 && /\n|['"`][\w.]+['"`]|\w(?:Error|Exception|Warning)\b/.test(text));
  }
})();
