// The page for people. All that comes from the server is put in as text, but for reports and articles: the server
// escapes all that is in those, and the policy of this page lets no script in them run.
import { say, use } from './words.js';
import { draw } from './graph.js';

const api = '/api/v1/';
const $ = id => document.getElementById(id);
const query = parameters => new URLSearchParams(parameters).toString();
const language = () => $('lang').value;
const guarded = work => (...given) => work(...given).catch(error => tell(error.message, true));

function make(tag, text = '', properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  if (text) element.textContent = text;
  element.append(...children);
  return element;
}

function button(text, work, className = 'link') {
  const made = make('button', text, { type: 'button', className });
  made.addEventListener('click', guarded(work));
  return made;
}

function tell(text, bad = false) {
  $('status').textContent = text;
  $('status').classList.toggle('bad', bad);
}

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

const json = async (path, options) => (await ask(path, options)).json();
// Style and script of a page stay out: this page has them already, and its policy takes none inline.
const page = async path => new DOMParser().parseFromString((await (await ask(path)).text()).replace(/<(style|script)>[^]*?<\/\1>/g, ''), 'text/html');

function show(view) {
  for (const each of document.querySelectorAll('[data-view]')) {
    $(each.dataset.view).hidden = each.dataset.view !== view;
    if (each.dataset.view === view) each.setAttribute('aria-current', 'page'); else each.removeAttribute('aria-current');
  }
  $('analysis').hidden = view !== 'analysis';
  watching?.abort();
  $('running').hidden = true;
  tell('');
}

function speak() {
  use(language());
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
  for (const each of document.querySelectorAll('[data-t]')) each.textContent = say(each.dataset.t);
}

// Analyses

const size = bytes => bytes < 1 << 20 ? Math.round(bytes / 1024) + ' KiB' : (bytes / (1 << 20)).toFixed(1) + ' MiB';

async function upload(name, body) {
  show('analyze');
  $('running').hidden = false;
  $('running-name').textContent = say('uploading', name);
  $('figures').textContent = '';
  const stop = new AbortController();
  let id = '';
  $('cancel').onclick = guarded(async () => {
    stop.abort();
    if (id) await ask('analyses/' + id, { method: 'DELETE' });
  });
  try {
    ({ id } = await json('analyses?' + query({ name, redact: $('redact').checked }), { method: 'POST', body, signal: stop.signal }));
    $('running-name').textContent = name;
    await follow(id, stop.signal);
    await open(id);
  } catch (error) {
    $('running').hidden = true;
    if (!stop.signal.aborted) throw error;
    tell(say('cancelled'));
  }
}

// Reads server-sent events by fetch, which can send a token.
async function events(path, signal, take) {
  const reader = (await ask(path, { signal })).body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    rest += part.value;
    const whole = rest.split('\n\n');
    rest = whole.pop();
    for (const event of whole) {
      const data = event.split('\n').find(line => line.startsWith('data: '));
      if (data) take(JSON.parse(data.slice(6)));
    }
  }
}

const follow = (id, signal) => events('analyses/' + id + '/events', signal, state => {
  if (state.state === 'failed') throw new Error(state.error);
  if (state.state === 'running') $('figures').textContent = say('figures', state.files, size(state.bytes), state.found);
});

// The live cluster

let watching;
const clock = time => time.slice(0, 19).replace('T', ' ');

function row(incident, analysis) {
  const where = incident.entity ? name(incident.entity) : '';
  const title = analysis && !incident.endedAt ? button(incident.title, () => open(analysis)) : make('span', incident.title);
  return make('li', '', {}, make('span', incident.severity, { className: 'badge ' + incident.severity }), title,
    make('span', `${where} · ${say('liveSince', clock(incident.openedAt))}`, { className: 'quiet' }),
    make('code', incident.evidence.split('\n')[0], { className: 'proof' }));
}

function showLive(state) {
  const failed = state.failure ? say('liveFailed', state.failure) : '';
  $('live-state').textContent = [state.lookedAt ? say('liveAt', clock(state.lookedAt)) : failed ? '' : say('liveFirst'), failed].filter(Boolean).join(' · ');
  if (!state.lookedAt) return;
  const list = (items, analysis) => items.length ? items.map(each => row(each, analysis)) : [make('li', say('liveNone'), { className: 'quiet' })];
  $('live-open').replaceChildren(...list(state.open, state.analysis));
  $('live-ended').replaceChildren(...state.ended.map(each => row(each)));
}

async function live() {
  watching = new AbortController();
  const { signal } = watching;
  try {
    await events('live/events', signal, showLive);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

async function open(id) {
  const [found, data] = await Promise.all([page(`analyses/${id}/report.html?` + query({ lang: language() })), json('analyses/' + id)]);
  const report = document.adoptNode(found.querySelector('.report'));
  report.querySelector('.brand').replaceWith(make('strong', found.title, { className: 'named' }));
  document.title = found.title;
  const body = make('div', '', { className: 'body', id: 'report' });
  body.append(...report.querySelector('main').childNodes);
  report.querySelector('main').replaceWith(body);
  for (const figure of report.querySelectorAll('.evidence')) context(id, figure);
  for (const incident of report.querySelectorAll('article.incident')) graph(id, incident, data);
  report.querySelector('footer .inner').append(make('p', '', {}, button(say('save'), () => save(id), 'tool')));
  show('analysis');
  $('analysis').replaceChildren(report);
  $('analysis').dataset.id = id;
  globalThis.clewReport.enliven(report);
  history.replaceState(null, '', '?' + query({ analysis: id }) + location.hash);
  scrollTo(0, 0);
}

async function save(id) {
  const file = await (await ask(`analyses/${id}/report.html?` + query({ lang: language() }))).blob();
  make('a', '', { href: URL.createObjectURL(file), download: 'report.html' }).click();
}

// Puts the lines around a record in its place, and the record back.
function context(id, figure) {
  const code = figure.querySelector('code');
  const alone = [...code.childNodes];
  const tool = button(say('around'), async () => {
    if (tool.getAttribute('aria-expanded') === 'true') {
      code.replaceChildren(...alone);
      code.className = 'copied';
    } else {
      const { lines } = await json(`analyses/${id}/evidence?` + query({ source: figure.dataset.source, line: figure.dataset.line, around: 8 }));
      code.className = 'copied around';
      code.replaceChildren(...lines.flatMap(each => [make('i', String(each.line)), make('span', each.text + '\n', { className: String(each.line) === figure.dataset.line ? 'here' : '' })]));
    }
    const open1 = tool.getAttribute('aria-expanded') !== 'true';
    tool.setAttribute('aria-expanded', String(open1));
    tool.textContent = say(open1 ? 'back' : 'around');
  }, 'tool');
  tool.setAttribute('aria-expanded', 'false');
  figure.querySelector('.copy').before(tool);
}

const name = ref => ref.kind + ' ' + (ref.namespace ? ref.namespace + '/' : '') + ref.name;

// Adds a button to an incident that draws the objects around what is at fault.
function graph(id, box, data) {
  const serious = data.incidents.filter(each => each.root);
  const titles = new Map(data.findings.map(each => [each.id, each]));
  const incident = serious.filter(each => ['error', 'critical'].includes(titles.get(each.root).severity))[Number(box.dataset.item.slice(1)) - 1];
  const start = incident?.rootEntities[0] ?? (incident && titles.get(incident.root).subjects[0]);
  if (!start) return;
  const place = make('div', '', { className: 'graph scroll' });
  const tool = button(say('hangs'), async () => {
    const about = [start.kind, ...(start.namespace ? [start.namespace] : []), start.name].join('/');
    const { links } = await json(`analyses/${id}/graph?` + query({ about }));
    const said = say('hangsOn', name(start));
    place.tabIndex = 0;
    place.setAttribute('role', 'group');
    place.setAttribute('aria-label', said);
    place.replaceChildren(links.length ? draw(start, links, incident.chain, said) : make('p', say('nolinks'), { className: 'quiet' }));
  }, 'tool hangs');
  const section = make('section', '', { className: 'card' }, tool, place);
  (box.querySelector('.sources') ?? box.lastElementChild).before(section);
}

async function past() {
  const { analyses } = await json('analyses');
  $('list').replaceChildren(...analyses.map(each => {
    const title = each.state === 'done' ? button(each.name, () => open(each.id)) : make('span', each.name);
    const state = each.state === 'done' ? say(each.verdict) : each.error ?? say(each.state);
    const remove = button(say('remove'), async () => { await ask('analyses/' + each.id, { method: 'DELETE' }); await past(); }, 'tool remove');
    remove.setAttribute('aria-label', say('remove') + ' ' + each.name);
    return make('li', '', {}, title, make('span', `${each.created.slice(0, 19).replace('T', ' ')}Z · ${state}`, { className: 'quiet' }), remove);
  }));
  if (!analyses.length) $('list').append(make('li', say('empty'), { className: 'quiet' }));
  const done = analyses.filter(each => each.state === 'done');
  $('compare').hidden = done.length < 2;
  for (const select of document.querySelectorAll('#compare select')) {
    select.replaceChildren(...done.map(each => make('option', `${each.name} · ${each.created.slice(0, 19)}`, { value: each.id })));
  }
  if (done.length > 1) $('compare').old.value = done[1].id;
}

async function compare(form) {
  const found = await json('compare?' + query({ old: form.old.value, new: form.new.value }));
  $('comparison').replaceChildren(...['new', 'worse', 'gone', 'same'].filter(kind => found[kind].length).flatMap(kind => [
    make('h3', `${say(kind)} (${found[kind].length})`),
    make('ul', '', { className: 'plain-list' }, ...found[kind].map(each => make('li', '', {}, make('span', each.severity, { className: 'badge ' + each.severity }), make('span', each.title), make('span', each.subjects.join(', '), { className: 'quiet' }))))]));
}

// Knowledge base

async function search() {
  $('reader').hidden = true;
  const found = await json('search?' + query({ q: $('words').value, lang: language() }));
  tell(say('found', found.results.length));
  $('results').replaceChildren(...found.results.map(each => {
    const box = make('article', '', { className: 'card' }, make('h2', '', {}, button(each.title, () => read(each.id))));
    const own = text => /[\u4e00-\u9fff]/.test(text.pieces.map(piece => piece.text).join('')) === (language() === 'zh');
    const excerpts = (each.highlights ?? []).filter(text => text.field !== 'title' && own(text)).slice(0, 2);
    if (each.summary && !excerpts.some(text => text.field === 'summary')) box.append(make('p', each.summary));
    for (const excerpt of excerpts) {
      box.append(make('p', '', {}, ...excerpt.pieces.map(piece => piece.hit ? make('mark', piece.text) : piece.text)));
    }
    return box;
  }));
}

// Marks the words of the question in an article.
function mark(root, words) {
  const wanted = [...new Set(words.toLowerCase().split(/[\s,，。"'=]+/).filter(word => word.length > (/[\u4e00-\u9fff]/.test(word) ? 1 : 2)))].slice(0, 20);
  if (!wanted.length) return;
  const pattern = new RegExp('(' + wanted.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') + ')', 'gi');
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walk.nextNode()) texts.push(walk.currentNode);
  for (const text of texts) {
    const parts = text.data.split(pattern);
    if (parts.length > 1) text.replaceWith(...parts.map((part, i) => i % 2 ? make('mark', part) : part));
  }
}

async function read(id) {
  const found = await page(`articles/${encodeURIComponent(id)}/page.html?` + query({ lang: language() }));
  const reader = $('reader');
  reader.replaceChildren(...document.adoptNode(found.querySelector('main')).childNodes);
  mark(reader, $('words').value);
  reader.hidden = false;
  reader.focus();
  reader.scrollIntoView();
}

async function explain() {
  $('reader').hidden = true;
  tell('');
  const found = await json('explain?' + query({ line: $('words').value }));
  const fields = found.records.flatMap(record => record.fields);
  const box = make('article', '', { className: 'card' });
  if (found.signatures.length) {
    box.append(make('h2', say('known')), make('ul', '', { className: 'plain-list' }, ...found.signatures.map(each => make('li', '', {},
      make('span', each.severity, { className: 'badge ' + each.severity }), button(each.title, () => read(each.article))))));
  } else {
    box.append(make('h2', found.harmless.length ? say('harmless') : say('unknown')));
  }
  for (const each of found.harmless) box.append(make('p', each.reason));
  if (fields.length) {
    box.append(make('h2', say('fields')), make('dl', '', { className: 'facts' }, ...fields.map(field => make('div', '', {}, make('dt', field.name), make('dd', field.value), ...(field.meaning ? [make('dd', field.meaning, { className: 'quiet' })] : [])))));
  }
  if (found.nearest.length) {
    box.append(make('h2', say('nearest')), make('ul', '', { className: 'plain-list' }, ...found.nearest.map(each => make('li', '', {}, button(each.title, () => read(each.id))))));
  }
  $('results').replaceChildren(box);
}

// Beginning

const sent = (form, work) => form.addEventListener('submit', event => { event.preventDefault(); guarded(work)(form); });
for (const each of document.querySelectorAll('[data-view]')) {
  each.addEventListener('click', guarded(async () => { show(each.dataset.view); history.replaceState(null, '', '/'); if (each.dataset.view === 'past') await past(); if (each.dataset.view === 'live') await live(); }));
}
$('file').addEventListener('change', guarded(async event => { const [file] = event.target.files; if (file) await upload(file.name, file); }));
sent($('paste'), () => upload('pasted.txt', $('text').value));
sent($('compare'), compare);
sent($('ask'), search);
$('explain').addEventListener('click', guarded(explain));
sent($('token'), async form => { sessionStorage.setItem('token', form.token.value); form.hidden = true; await start(); });
$('drop').addEventListener('dragover', event => { event.preventDefault(); $('drop').classList.add('over'); });
$('drop').addEventListener('dragleave', () => $('drop').classList.remove('over'));
$('drop').addEventListener('drop', event => {
  event.preventDefault();
  $('drop').classList.remove('over');
  const [file] = event.dataTransfer.files;
  if (file) guarded(upload)(file.name, file);
});
$('lang').addEventListener('change', guarded(async () => {
  localStorage.setItem('language', language());
  speak();
  if (!$('analysis').hidden) await open($('analysis').dataset.id);
  else if (!$('past').hidden) await past();
}));

async function start() {
  const id = new URLSearchParams(location.search).get('analysis');
  document.querySelector('[data-view=live]').hidden = !(await json('analyses')).live;
  if (id) await open(id);
}

$('lang').value = localStorage.getItem('language') ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
speak();
guarded(start)();
