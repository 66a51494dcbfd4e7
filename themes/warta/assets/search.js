// Search within the site: finds in the index that warta publishes, with nothing from elsewhere.
//
// Words are taken apart just as warta's src/search does it; .ci/search compares the two. Only the files
// in which a query's words stand are fetched, and then kept.

const LONGEST = 40;
const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

/** The folded words of a text. */
export function words(text) {
  return fold(text).split(/[^\p{Alphabetic}\p{N}]+/u).filter((word) => {
    const letters = [...word].length;
    return letters > 1 && letters <= LONGEST;
  });
}

const vowels = /[aeiou]/g;
const opens = (word) => /^[aeiou]/.test(word);
const isRoot = (word) =>
  word.length > 2 && (word.match(vowels) ?? []).length > 1 && !/^(n[gy][^aeiou]|(?!n[gy])[lmnr][^aeiou])/.test(word);
const afterR = (rest) => (opens(rest) ? [rest, "r" + rest] : [rest]);

function afterNasal(rest, noun) {
  let after;
  const before = (letters) => (letters.includes(after[0] ?? "-") ? [after] : []);
  if (rest.startsWith("ng")) {
    after = rest.slice(2);
    return opens(after) ? ["k" + after, after] : before("ghkqx");
  }
  if (rest.startsWith("ny") && opens(rest.slice(2))) return ["s" + rest.slice(2), rest];
  after = rest.slice(1);
  if (rest.startsWith("n")) return opens(after) ? ["t" + after, rest] : before("cdjstz");
  if (rest.startsWith("m")) return opens(after) ? ["p" + after, rest] : before("bfpv");
  return (noun && !opens(rest)) || /^[lrwy]/.test(rest) ? [rest] : [];
}

/** The roots that an Indonesian word may come from. */
function indonesian(word, roots) {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return [word];
  const known = (text) => roots.has(text) && text;
  const whole = (text) => {
    const end = ["kan", "an", "i"].find((end) => text.endsWith(end) && known(text.slice(0, -end.length)));
    return known(text) || (end ? text.slice(0, -end.length) : "");
  };
  const unprefixed = ([word, verb], layer) => {
    const same = [[word, verb]];
    if (whole(word)) return same;
    if (/^[bp]elajar/.test(word)) return [[word.slice(3), verb]];
    let readings = [];
    if (/^[bt]er/.test(word)) [readings, verb] = [afterR(word.slice(3)), layer ? verb : true];
    else if (word.startsWith("per")) readings = afterR(word.slice(3));
    else if (/^be[^aeiou]er/.test(word)) [readings, verb] = [[word.slice(2)], true];
    else if (layer) readings = word.startsWith("pe") ? afterNasal(word.slice(2), false) : [];
    else if (word.startsWith("di")) [readings, verb] = [[word.slice(2)], true];
    else if (/^ke.*an$/.test(word)) [readings, verb] = [[word.slice(2)], false];
    else if (word.startsWith("me")) [readings, verb] = [afterNasal(word.slice(2), false), true];
    else if (word.startsWith("pe")) [readings, verb] = [afterNasal(word.slice(2), true), false];
    readings = readings.filter(isRoot);
    return readings.length ? readings.map((rest) => [rest, verb]) : same;
  };
  const unsuffixed = ([word, verb]) => {
    const root = whole(word);
    if (root) return root;
    const end = verb && word.endsWith("kan") ? "kan" : "an";
    const without = (text, end) => (text.endsWith(end) && isRoot(text.slice(0, -end.length)) ? text.slice(0, -end.length) : text);
    return without(without(word, end), "i");
  };
  if (word.endsWith("nya") && isRoot(word.slice(0, -3)) && ![...roots].some((root) => root.endsWith("nya") && word.endsWith(root))) {
    word = word.slice(0, -3);
  }
  let readings = [[word, false]];
  for (const layer of [0, 1]) readings = readings.flatMap((reading) => unprefixed(reading, layer));
  return [...new Set(readings.map(unsuffixed))];
}

/** The stem of an English word. */
function english(word) {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return [word];
  let stem = word;
  if (/..ies$/.test(word)) stem = word.slice(0, -3) + "y";
  else if (/(s|x|z|ch|sh)es$/.test(word)) stem = word.slice(0, -2);
  else if (/[^sui]s$/.test(word)) stem = word.slice(0, -1);
  const rest = stem.replace(/(ing|ed)$/, "");
  if (rest !== stem && rest.length > 2 && /[aeiouy]/.test(rest)) stem = rest.length > 3 ? rest.replace(/([bdgmnprt])\1$/, "$1") : rest;
  if (stem.length > 3) stem = stem.replace(/e$/, "");
  if (stem.length > 3) stem = stem.replace(/y$/, "i");
  return [stem];
}

/** What brings a language's words to the keys of its index; none for a word that stands in every text. */
export function stemmer({ language, stop, whole }) {
  const [common, roots] = [new Set(stop), new Set(whole)];
  const keys = { id: (word) => indonesian(word, roots), en: english }[language] ?? ((word) => [word]);
  return (word) => (common.has(word) ? [] : keys(word));
}

/** The index of a language. */
export class Index {
  constructor(url) {
    this.url = url;
    this.files = new Map();
  }

  async open(cache = "default") {
    this.entry = await this.get(this.url, cache);
    this.keys = stemmer(this.entry);
    return this;
  }

  async get(url, cache = "default") {
    const answer = await fetch(url, { cache, credentials: "same-origin" });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return answer.json();
  }

  file(part, name) {
    const url = this.entry.base + part.at + name;
    if (!this.files.has(url)) this.files.set(url, this.get(url));
    return this.files.get(url);
  }

  /** The files of words in which keys with a beginning stand. */
  shards(part, from, to) {
    const at = (key) => Math.max(0, part.first.findLastIndex((first) => first <= key));
    const [low, high] = [at(from), at(to)];
    return Array.from({ length: Math.min(high - low, 3) + 1 }, (_, i) => low + i);
  }

  /** The documents of a part in which a word stands, with the weight that it has there. */
  async word(part, word, begun) {
    const keys = this.keys(word);
    const numbers = new Set(keys.flatMap((key) => this.shards(part, key, begun ? key + "\uffff" : key)));
    const files = await Promise.all([...numbers].map((number) => this.file(part, `${number}.json`)));
    // A word that is not written to its end: what begins with it, or what it is with half a suffix.
    const near = (key, own) => key.startsWith(own) || (own.length - key.length <= 3 && key.length > 3 && own.startsWith(key));
    const found = new Map();
    for (const file of files) {
      const matches = begun && word.length > 2 ? Object.keys(file).filter((key) => keys.some((own) => near(key, own))) : keys;
      for (const key of matches) {
        let number = 0;
        for (const posting of file[key] ?? []) {
          number += posting >> 3;
          const weight = this.entry.levels[posting & 7] * (keys.includes(key) ? 1 : 0.5);
          found.set(number, Math.max(found.get(number) ?? 0, weight));
        }
      }
    }
    return found;
  }

  async facet(part, name, value) {
    const numbers = new Set();
    let number = 0;
    for (const distance of (await this.file(part, "facets.json"))[name][value] ?? []) numbers.add((number += distance));
    return numbers;
  }

  /** The year of a document, 0 if it has no day: a part's documents are numbered from its oldest year on. */
  year(part, number) {
    let end = 0;
    return part.years.find(([, count]) => number < (end += count))?.[0] ?? 0;
  }

  /** Every document that a question asks for, the best or the newest first. */
  async find({ q = "", kind = "", unit = "", year = "", sort = "" }) {
    const asked = [...new Set(words(q))];
    const terms = asked.filter((word) => this.keys(word).length);
    const begun = asked.length > 0 && terms.at(-1) === asked.at(-1) && /[\p{Alphabetic}\p{N}]$/u.test(q);
    if ((asked.length && !terms.length) || !(terms.length || kind || unit || year)) return [];
    const parts = this.entry.parts.filter((part) => !year || part.years.some(([own]) => String(own) === year));
    const read = await Promise.all(parts.map(async (part) => {
      const lists = Promise.all(terms.map((word, at) => this.word(part, word, begun && at === terms.length - 1)));
      const sets = Promise.all(Object.entries({ kind, unit }).filter(([, value]) => value).map(([name, value]) => this.facet(part, name, value)));
      return { part, lists: await lists, sets: await sets };
    }));
    const total = parts.reduce((sum, part) => sum + part.count, 0);
    const rarity = terms.map((_, at) => {
      const count = read.reduce((sum, { lists }) => sum + lists[at].size, 0);
      return Math.log(1 + (total - count + 0.5) / (count + 0.5));
    });
    const newest = parts[0]?.years.at(-1)?.[0];
    const results = [];
    for (const { part, lists, sets } of read) {
      const first = [...lists].sort((a, b) => a.size - b.size)[0] ?? sets[0];
      const candidates = first ? first.keys() : Array(part.count).keys();
      for (const number of candidates) {
        const own = this.year(part, number);
        if (year && String(own) !== year) continue;
        if (!lists.every((list) => list.has(number)) || !sets.every((set) => set.has(number))) continue;
        const score = lists.reduce((sum, list, at) => sum + list.get(number) * rarity[at], 0);
        const fresh = own ? 1 + 0.5 / (1 + newest - own) : 1;
        results.push({ part, number, year: own, score: sort === "new" ? 0 : score * fresh });
      }
    }
    return results.sort((a, b) => b.score - a.score || b.year - a.year || b.number - a.number);
  }

  /** What is shown of a document. */
  async row({ part, number }) {
    const { block, base } = this.entry;
    const rows = await this.file(part, `b${Math.floor(number / block)}.json`);
    const [url, title, summary = "", day = "", kind = "", unit = "", picture = "", paid = ""] = rows[number % block];
    return { url: base + url, title, summary, day, kind, unit, picture: picture && base + picture, paid };
  }
}

const FIELDS = ["q", "kind", "unit", "year", "sort"];
const PAGE = 10;

/** The search page: its form, its results, its address. */
class Page {
  constructor(form) {
    this.form = form;
    this.status = document.getElementById("search-status");
    this.list = document.getElementById("search-results");
    this.more = document.getElementById("search-more");
    this.pattern = document.getElementById("search-result");
    this.language = [document.documentElement.lang, "id"];
    this.run = 0;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask("pushState");
    });
    form.addEventListener("change", (event) => event.target.name !== "q" && this.ask("pushState"));
    form.elements.q.addEventListener("input", () => {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.ask("replaceState"), 250);
    });
    addEventListener("popstate", () => this.restore());
    this.more.addEventListener("click", () => this.show(true));
    this.restore();
  }

  /** Takes the question from the address. */
  restore() {
    const asked = new URLSearchParams(location.search);
    for (const name of FIELDS) {
      const field = this.form.elements[name];
      field.value = asked.get(name) ?? "";
      if (field.selectedIndex === -1) field.selectedIndex = 0;
    }
    this.search();
  }

  /** Puts the question into the address, and answers it. */
  ask(how) {
    clearTimeout(this.pause);
    const asked = new URLSearchParams();
    for (const [name, value] of Object.entries(this.question())) if (value) asked.set(name, value);
    const address = asked.size ? `?${asked}` : location.pathname;
    if (address !== (location.search || location.pathname)) history[how](null, "", address);
    this.search();
  }

  question() {
    return Object.fromEntries(FIELDS.map((name) => [name, this.form.elements[name].value.trim()]));
  }

  async search() {
    const run = ++this.run;
    const question = this.question();
    document.querySelectorAll("[data-engine]").forEach((link) => {
      link.href = link.dataset.engine + encodeURIComponent(question.q && ` ${question.q}`);
    });
    const anything = question.q || question.kind || question.unit || question.year;
    if (!anything) return this.clear("");
    const busy = setTimeout(() => run === this.run && this.say(this.form.dataset.busy), 400);
    try {
      const results = await this.results(question);
      if (run !== this.run) return;
      this.found = results;
      this.clear("");
      await this.show(false, run);
      if (run === this.run) this.tell(question, results.length);
    } catch {
      if (run === this.run) this.clear(this.form.dataset.failed);
    } finally {
      clearTimeout(busy);
    }
  }

  /** A page that stayed open while the site was published asks for files that are gone: once more, then. */
  async results(question) {
    const { index } = this.form.dataset;
    this.index ??= new Index(index).open();
    try {
      return await (await this.index).find(question);
    } catch {
      this.index = new Index(index).open("reload");
      return (await this.index).find(question);
    }
  }

  tell(question, count) {
    const number = new Intl.NumberFormat(this.language).format(count);
    const text = this.form.dataset[count === 0 ? "none" : count === 1 ? "one" : "found"];
    this.say(text.replace("{count}", number).replace("{query}", question.q));
  }

  say(text) {
    this.status.textContent = text;
  }

  clear(text) {
    this.list.replaceChildren();
    this.more.hidden = true;
    if (text) this.say(text);
    else if (!this.question().q) this.say("");
  }

  /** Shows the next results; a reader who asked for more goes on at the first of them. */
  async show(onwards, run = this.run) {
    const from = this.list.children.length;
    const index = await this.index;
    const rows = await Promise.all(this.found.slice(from, from + PAGE).map((result) => index.row(result)));
    if (run !== this.run) return;
    const keys = new Set(words(this.form.elements.q.value).flatMap(index.keys));
    const items = rows.map((row) => this.item(row, keys, index));
    this.list.append(...items);
    this.more.hidden = this.list.children.length >= this.found.length;
    if (onwards) items[0]?.querySelector("a").focus();
  }

  item(row, keys, index) {
    const item = this.pattern.content.cloneNode(true).firstElementChild;
    const part = (name) => item.querySelector(`[data-part=${name}]`);
    const label = (name, value) => [...this.form.elements[name].options].find((option) => option.value === value && value)?.text ?? "";
    const [title, time] = [part("title"), part("day")];
    title.href = row.url;
    title.replaceChildren(...marked(row.title, keys, index));
    part("summary").replaceChildren(...marked(row.summary, keys, index));
    part("kind").textContent = label("kind", row.kind);
    part("unit").textContent = label("unit", row.unit);
    if (row.day) {
      time.dateTime = row.day;
      time.textContent = new Intl.DateTimeFormat(this.language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(row.day));
    }
    if (row.picture) part("picture").src = row.picture;
    if (!row.paid) part("paid").remove();
    if (!row.picture) part("picture").remove();
    for (const name of ["summary", "kind", "unit", "day"]) if (!part(name).textContent) part(name).remove();
    return item;
  }
}

/** A text with the words that were asked for marked. */
function marked(text, keys, index) {
  return text.split(/([\p{Alphabetic}\p{N}\p{M}]+)/u).map((piece) => {
    const asked = words(piece).some((word) => index.keys(word).some((key) => keys.has(key)));
    if (!asked) return piece;
    const mark = document.createElement("mark");
    mark.textContent = piece;
    return mark;
  });
}

const form = globalThis.document?.querySelector("form[data-index]");
if (form) new Page(form);
