// The page for people. All that comes from the server is put in as text, never as HTML.
const api = '/api/v1/';
const $ = id => document.getElementById(id);

function make(tag, text, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  if (text) element.textContent = text;
  element.append(...children);
  return element;
}

function say(text) { $('status').textContent = text; }

async function ask(path, options = {}) {
  const token = sessionStorage.getItem('token');
  if (token) options.headers = { ...options.headers, Authorization: 'Bearer ' + token };
  const answer = await fetch(api + path, options);
  if (answer.status === 401) $('token').hidden = false;
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({ detail: answer.statusText }));
    throw new Error(problem.detail);
  }
  return answer;
}

const query = parameters => new URLSearchParams(parameters).toString();
const guarded = work => (...given) => work(...given).catch(error => say(error.message));

function show(view) {
  for (const button of document.querySelectorAll('[data-view]')) {
    const on = button.dataset.view === view;
    $(button.dataset.view).hidden = !on;
    if (on) button.setAttribute('aria-current', 'page'); else button.removeAttribute('aria-current');
  }
  $('report').hidden = view !== 'analyze' || !$('report').hasChildNodes();
  say('');
  if (view === 'past') guarded(past)();
}

async function upload(name, body) {
  say('Uploading ' + name + ' …');
  $('report').hidden = true;
  const parameters = { name, redact: $('redact').checked };
  const { id } = await (await ask('analyses?' + query(parameters), { method: 'POST', body })).json();
  await follow(id);
  await open(id);
}

// Reads server-sent events by fetch, which can send a token.
async function follow(id) {
  const reader = (await ask('analyses/' + id + '/events')).body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    rest += part.value;
    const events = rest.split('\n\n');
    rest = events.pop();
    for (const event of events) {
      const data = event.split('\n').find(line => line.startsWith('data: '));
      if (!data) continue;
      const state = JSON.parse(data.slice(6));
      if (state.state === 'failed') throw new Error(state.error);
      if (state.state === 'running') say(`${state.files} files, ${Math.round(state.bytes / 1024)} KiB, ${state.found} findings`);
    }
  }
}

async function open(id) {
  const report = await (await ask('analyses/' + id)).json();
  show('analyze');
  say('');
  const place = $('report');
  place.replaceChildren(make('h2', words(report.verdict)));
  const page = make('button', 'Whole report', { type: 'button' });
  page.onclick = guarded(async () => {
    const html = await (await ask('analyses/' + id + '/report.html')).blob();
    const link = make('a', '', { href: URL.createObjectURL(html), download: 'report.html' });
    link.click();
  });
  const { files, bytes, skipped } = report.inputs;
  place.append(make('p', `${files} files, ${bytes} bytes read, ${skipped.length} skipped `, {}, page));
  const filter = make('input', '', { type: 'search', placeholder: 'Filter findings' });
  filter.setAttribute('aria-label', 'Filter findings');
  place.append(filter);
  const findings = new Map(report.findings.map(finding => [finding.id, finding]));
  const shown = new Set();
  for (const incident of report.incidents) {
    shown.add(incident.root);
    const box = finding(id, findings.get(incident.root));
    const chain = incident.chain ?? [];
    if (chain.length) {
      box.append(make('h4', 'How trouble spread'), make('ul', '', {}, ...chain.map(link => make('li', `${name(link.from)} ${link.edge} ${name(link.to)}`))));
      box.append(graph(id, chain[0].from));
    }
    if (incident.symptoms.length) {
      const details = make('details', '', {}, make('summary', `${incident.symptoms.length} symptoms`));
      for (const symptom of incident.symptoms) {
        shown.add(symptom);
        details.append(finding(id, findings.get(symptom)));
      }
      box.append(details);
    }
    place.append(box);
  }
  for (const each of report.findings) if (!shown.has(each.id)) place.append(finding(id, each));
  filter.oninput = () => {
    for (const box of place.querySelectorAll(':scope > article')) box.hidden = !box.textContent.toLowerCase().includes(filter.value.toLowerCase());
  };
  place.hidden = false;
}

const name = ref => ref.kind + ' ' + (ref.namespace ? ref.namespace + '/' : '') + ref.name;
const words = verdict => ({ incidents: 'This broke', 'errors-without-known-cause': 'Errors without a known cause', healthy: 'Nothing known to be wrong', 'nothing-judged': 'Nothing was understood' })[verdict] ?? verdict;

function finding(id, each) {
  const box = make('article', '', {}, make('h3', each.title));
  box.append(make('p', '', {}, make('span', each.severity, { className: each.severity }), ` · ${each.role} · seen ${each.count} times · ${each.signature}`));
  if (each.subjects.length) box.append(make('p', each.subjects.map(name).join(', ')));
  for (const evidence of each.evidence) {
    const around = make('button', `${evidence.source}:${evidence.line}`, { type: 'button', title: 'Show the lines around it' });
    const text = make('pre', evidence.text);
    around.onclick = guarded(async () => {
      const { lines } = await (await ask(`analyses/${id}/evidence?` + query({ source: evidence.source, line: evidence.line, around: 8 }))).json();
      text.replaceChildren(...lines.map(line => line.line === evidence.line ? make('mark', line.text) : line.text + '\n'));
    });
    box.append(around, text);
  }
  if (each.fix?.length) {
    box.append(make('h4', 'What to do'));
    box.append(make('ol', '', {}, ...each.fix.map(step => make('li', step.description, {}, ...(step.risk ? [make('span', ` (${step.risk})`, { className: 'quiet' })] : []), ...(step.command ? [make('pre', step.command)] : [])))));
  }
  if (each.article) {
    const read = make('button', 'Read: ' + each.article.title, { type: 'button' });
    read.onclick = guarded(() => article(each.article.id, box));
    box.append(read);
  }
  return box;
}

function graph(id, ref) {
  const place = make('div');
  const button = make('button', 'What hangs on ' + name(ref), { type: 'button' });
  button.onclick = guarded(async () => {
    const about = [ref.kind, ...(ref.namespace ? [ref.namespace] : []), ref.name].join('/');
    const { links } = await (await ask(`analyses/${id}/graph?` + query({ about }))).json();
    place.replaceChildren(make('ul', '', {}, ...links.map(link => make('li', `${name(link.from)} ${link.edge} ${name(link.to)}`))));
  });
  place.append(button);
  return place;
}

async function article(id, place) {
  const found = await (await ask('articles/' + encodeURIComponent(id))).json();
  const translated = found.translations[$('lang').value];
  const box = make('article', '', {}, make('h3', translated?.title ?? found.title), make('p', translated?.summary ?? found.summary));
  box.append(make('ol', '', {}, ...found.fix.map((step, i) => make('li', translated?.steps?.[i] ?? step.description, {}, ...(step.command ? [make('pre', step.command)] : [])))));
  box.append(make('pre', found.body));
  box.append(make('ul', '', {}, ...found.references.filter(each => /^https?:/.test(each.url)).map(each => make('li', '', {}, make('a', each.title, { href: each.url, rel: 'noreferrer' })))));
  place.append(box);
  box.scrollIntoView();
}

async function past() {
  const { analyses } = await (await ask('analyses')).json();
  $('list').replaceChildren(...analyses.map(each => {
    const open1 = make('button', each.name, { type: 'button', disabled: each.state !== 'done' });
    open1.onclick = guarded(() => open(each.id));
    const remove = make('button', 'Delete', { type: 'button' });
    remove.onclick = guarded(async () => { await ask('analyses/' + each.id, { method: 'DELETE' }); await past(); });
    return make('li', '', {}, open1, ` ${each.created} · ${each.verdict ?? each.error ?? each.state} `, remove);
  }));
  for (const select of document.querySelectorAll('#compare select')) {
    select.replaceChildren(...analyses.filter(each => each.state === 'done').map(each => make('option', `${each.name} ${each.created}`, { value: each.id })));
  }
}

async function compare(form) {
  const found = await (await ask('compare?' + query({ old: form.old.value, new: form.new.value }))).json();
  $('comparison').replaceChildren(...['new', 'worse', 'gone', 'same'].flatMap(kind => [
    make('h3', `${kind}: ${found[kind].length}`),
    make('ul', '', {}, ...found[kind].map(each => make('li', `${each.severity}: ${each.title} (${each.subjects.join(', ')})`)))]));
}

async function search() {
  const found = await (await ask('search?' + query({ q: $('words').value, lang: $('lang').value }))).json();
  say(`${found.results.length} articles`);
  $('results').replaceChildren(...found.results.map(each => {
    const box = make('article');
    const read = make('button', each.title, { type: 'button' });
    read.onclick = guarded(() => article(each.id, box));
    box.append(make('h3', '', {}, read));
    for (const excerpt of each.excerpts ?? []) {
      box.append(make('p', '', {}, ...excerpt.pieces.map(piece => piece.hit ? make('mark', piece.text) : piece.text)));
    }
    return box;
  }));
}

async function explain() {
  const found = await (await ask('explain?' + query({ line: $('words').value }))).json();
  const fields = found.records.flatMap(record => record.fields);
  $('results').replaceChildren(
    make('h3', found.signatures.length ? 'Known as' : 'No signature recognises it'),
    make('ul', '', {}, ...found.signatures.map(each => make('li', `${each.severity}: ${each.title}`))),
    make('h3', 'Its fields'),
    make('ul', '', {}, ...fields.map(field => make('li', `${field.name} = ${field.value}${field.meaning ? ': ' + field.meaning : ''}`))),
    make('h3', 'Nearest articles'),
    make('ul', '', {}, ...found.nearest.map(each => make('li', each.title))));
}

for (const button of document.querySelectorAll('[data-view]')) button.onclick = () => show(button.dataset.view);
$('file').onchange = guarded(async event => { const [file] = event.target.files; if (file) await upload(file.name, file); });
$('paste').onsubmit = event => { event.preventDefault(); guarded(() => upload('pasted.txt', $('text').value))(); };
$('compare').onsubmit = event => { event.preventDefault(); guarded(compare)(event.target); };
$('ask').onsubmit = event => { event.preventDefault(); guarded(search)(); };
$('explain').onclick = guarded(explain);
$('token').onsubmit = event => { event.preventDefault(); sessionStorage.setItem('token', event.target.token.value); $('token').hidden = true; show('past'); };
$('drop').ondragover = event => { event.preventDefault(); $('drop').classList.add('over'); };
$('drop').ondragleave = () => $('drop').classList.remove('over');
$('drop').ondrop = event => {
  event.preventDefault();
  $('drop').classList.remove('over');
  const [file] = event.dataTransfer.files;
  if (file) guarded(upload)(file.name, file);
};
