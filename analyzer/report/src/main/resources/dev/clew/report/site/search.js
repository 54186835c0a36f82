"use strict";
// Searches the articles in data.js. Words are cut the way the program cuts them: options give themselves written as
// one, and their parts; Chinese gives pairs of characters; notions are added where they are named.
(() => {
  const data = window.CLEW;
  const stop = new Set(data.stop);
  const notions = new Map(Object.entries(data.notions));
  const forms = new Map(Object.entries(data.forms));
  const terms = new Map(Object.entries(data.terms));
  const longestNotion = Math.max(...[...notions.keys()].map((phrase) => phrase.split(" ").length));
  const known = [...new Set([...terms.keys(), ...forms.keys()])].filter((word) => /^[a-z]/.test(word)).sort();

  const isHan = (text) => /\p{Script=Han}/u.test(text);

  // Times, addresses, ids and hashes differ from print to print.
  const VARIABLE = new RegExp(
    [
      "\\d{4}-\\d\\d-\\d\\d(?:T\\S*)?", "\\d\\d:\\d\\d:\\d\\d\\S*", "\\b[IWEF]\\d{4}\\b",
      "\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?:[:/]\\d+)?", "\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b",
      "\\b(?=[a-f]*\\d)(?=\\d*[a-f])[0-9a-f]{7,}\\b", "\\b\\d+(?:\\.\\d+)?(?:ns|us|µs|ms|s|m|h)\\b", "\\b0x[0-9a-f]+\\b",
      "\\b[a-z0-9-]+-[bcdf-hj-np-tv-z2-9]{5,10}-[bcdf-hj-np-tv-z2-9]{5}\\b"
    ].join("|"), "g");

  function compounds(text) {
    const found = [];
    for (const match of text.matchAll(/\p{Script=Han}+|[^\P{L}\p{Script=Han}]|\p{N}/gu)) {
      const last = found[found.length - 1];
      const between = last ? text.slice(last.end, match.index) : " ";
      const han = isHan(match[0]);
      if (last && !han && !last.han && /^[-_.]?$/.test(between)) {
        last.end = match.index + match[0].length;
      } else {
        found.push({ start: match.index, end: match.index + match[0].length, han });
      }
    }
    return found.map((each) => ({ text: text.slice(each.start, each.end), han: each.han }));
  }

  function parts(compound) {
    if (/^[\d.]+$/.test(compound)) {
      return [compound];
    }
    return compound
      .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1-$2")
      .replace(/(\p{Lu})(\p{Lu}\p{Ll}{2,})/gu, "$1-$2")
      .toLowerCase().split(/[-_.]/).filter(Boolean);
  }

  function words(question) {
    const units = [];
    const found = [];
    for (const compound of compounds(question)) {
      if (compound.han) {
        const characters = [...compound.text];
        for (let i = 0; i < characters.length; i++) {
          units.push(characters[i]);
          if (characters.length === 1) found.push({ word: characters[0], weight: 1 });
          if (i + 1 < characters.length) found.push({ word: characters[i] + characters[i + 1], weight: 1 });
        }
        continue;
      }
      const own = parts(compound.text);
      units.push(...own);
      const joined = own.join("");
      const isKnown = own.length > 1 && term(joined);
      if (own.length > 1) found.push({ word: joined, weight: 1.6, optional: !isKnown && own.every(term) });
      own.forEach((word) => found.push({ word, weight: isKnown ? 0.45 : 1 }));
      (notions.get(joined) || "").split(" ").filter(Boolean).forEach((word) => found.push({ word, weight: 1 }));
    }
    for (let i = 0; i < units.length; i++) {
      for (let length = 1; length <= longestNotion && i + length <= units.length; length++) {
        const phrase = units.slice(i, i + length).join(" ");
        const named = notions.get(phrase) || notions.get(phrase.replace(/s$/, ""));
        (named || "").split(" ").filter(Boolean).forEach((word) => found.push({ word, weight: 1 }));
      }
    }
    return found.filter((each) => !stop.has(each.word) && (each.word.length > 1 || isHan(each.word)));
  }

  function term(word) {
    const stemmed = forms.get(word) || word;
    return terms.has(stemmed) ? stemmed : "";
  }

  // Longer words that begin with this one, and those it may be a misspelling of.
  function similar(word) {
    if (word.length < 3 || word.length > 40 || !/^[a-z]/.test(word)) return [];
    const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
    const found = [];
    for (const other of known) {
      if (other.startsWith(word)) {
        found.push([other, 0.5 + (0.4 * word.length) / other.length]);
      } else if (other[0] === word[0] && Math.abs(other.length - word.length) <= most) {
        const edits = distance(word, other, most);
        if (edits <= most) found.push([other, 1 - edits / Math.min(word.length, other.length)]);
      }
    }
    return found.sort((one, other) => other[1] - one[1]).slice(0, 6);
  }

  function distance(one, other, most) {
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, i) => i);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
        least = Math.min(least, next[j]);
      }
      if (least > most) return most + 1;
      before = row;
      row = next;
    }
    return row[other.length];
  }

  function search(question) {
    const scores = new Map();
    const used = new Set();
    const add = (stemmed, weight) => {
      if (used.has(stemmed)) return;
      used.add(stemmed);
      const postings = terms.get(stemmed) || [];
      for (let i = 0; i < postings.length; i += 2) {
        const score = scores.get(postings[i]) || { sum: 0, terms: 0 };
        score.sum += weight * postings[i + 1];
        score.terms++;
        scores.set(postings[i], score);
      }
    };
    for (const { word, weight, optional } of words(question.replace(VARIABLE, " "))) {
      const stemmed = term(word);
      if (stemmed) {
        add(stemmed, weight);
      } else if (!optional) {
        similar(word).forEach(([other, likeness]) => add(forms.get(other) || other, 0.85 * weight * likeness));
      }
    }
    const all = Math.max(1, used.size);
    return [...scores]
      .map(([article, score]) => [article, score.sum * (0.5 + (0.5 * score.terms) / all)])
      .sort((one, other) => other[1] - one[1])
      .slice(0, 20)
      .map(([article]) => data.articles[article]);
  }

  function show(question) {
    const results = document.getElementById("results");
    const asked = question.trim() !== "";
    const found = asked ? search(question) : [];
    document.getElementById("areas").hidden = asked;
    const chinese = isHan(question);
    results.replaceChildren(...found.map((article) => row(article, chinese)));
    document.getElementById("hint").textContent = !asked
      ? data.articles.length + " articles."
      : found.length === 0 ? "Nothing was found. Try fewer words, or an option." : found.length + " found, the best first.";
  }

  function row(article, chinese) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = article.area + "/" + article.id + ".html";
    link.textContent = article.title;
    const id = document.createElement("div");
    id.className = "id";
    id.textContent = article.id + (chinese && article.zh ? " · " + article.zh : "");
    const summary = document.createElement("div");
    summary.textContent = article.summary.replace(/([.。]) .*$/s, "$1");
    item.append(link, id, summary);
    return item;
  }

  const input = document.getElementById("q");
  input.value = new URLSearchParams(location.search).get("q") || "";
  input.addEventListener("input", () => show(input.value));
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(input.value);
  });
  show(input.value);
})();
