'use strict';
// What a report can do in a browser. Nothing here is needed to read it.
(() => {
  function filter(root) {
    const chips = [...root.querySelectorAll('.chip')];
    const field = root.querySelector('#filter');
    const shown = root.querySelector('#shown');
    const items = [...root.querySelectorAll('[data-item]:not([data-item=""])')];
    if (!chips.length) return;
    const texts = new Map(items.map(item => [item, item.textContent.toLowerCase()]));
    function apply() {
      const off = new Set(chips.filter(chip => chip.getAttribute('aria-pressed') === 'false').map(chip => chip.dataset.severity));
      const words = field ? field.value.toLowerCase().split(/\s+/).filter(Boolean) : [];
      let count = 0;
      for (const item of items) {
        const fits = !off.has(item.dataset.severity) && words.every(word => texts.get(item).includes(word));
        item.hidden = !fits;
        if (fits) count++;
      }
      for (const row of root.querySelectorAll('#all tr[data-severity]')) {
        const target = root.querySelector(row.querySelector('a').getAttribute('href'));
        row.hidden = target ? target.hidden : false;
      }
      for (const fold of root.querySelectorAll('.fold')) if (words.length && fold.querySelector('[data-item]:not([hidden])')) fold.open = true;
      const all = count === items.length;
      shown.textContent = all ? '' : shown.dataset.words.replace('#', count).replace('#', items.length);
    }
    for (const chip of chips) {
      chip.addEventListener('click', () => {
        chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') === 'false'));
        apply();
      });
    }
    if (field) field.addEventListener('input', apply);
  }

  function fields(root) {
    for (const input of root.querySelectorAll('input[data-slot]')) {
      input.addEventListener('input', () => {
        const value = input.value.trim();
        const name = input.dataset.slot;
        for (const slot of input.closest('.fix').querySelectorAll('.slot')) {
          if (slot.dataset.slot !== name) continue;
          slot.textContent = value || '<' + name + '>';
          slot.classList.toggle('filled', value !== '');
        }
        input.closest('.field').querySelector('.hint').hidden = /^[\w.,:/@%+=-]*$/.test(value);
      });
    }
  }

  async function toClipboard(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = document.createElement('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand('copy');
      area.remove();
      return done;
    }
  }

  function copies(root) {
    const words = root.dataset;
    root.addEventListener('click', async event => {
      const button = event.target.closest('.copy');
      if (!button) return;
      const done = await toClipboard(button.closest('.evidence, .command').querySelector('.copied').textContent);
      button.focus();
      const before = button.dataset.before ?? (button.dataset.before = button.textContent);
      button.textContent = done ? words.copied : words.failed;
      button.classList.toggle('done', done);
      root.querySelector('#told').textContent = button.textContent;
      setTimeout(() => { button.textContent = before; button.classList.remove('done'); root.querySelector('#told').textContent = ''; }, 1600);
    });
  }

  function zooms(root) {
    for (const line of root.querySelectorAll('.timeline')) {
      const place = line.querySelector('.lanes .scroll');
      const picture = place.querySelector('svg');
      let zoom = 1;
      const to = (wanted, at) => {
        const next = Math.min(64, Math.max(1, wanted));
        const middle = (place.scrollLeft + at) / zoom;
        zoom = next;
        picture.setAttribute('width', zoom * 100 + '%');
        picture.dataset.scale = zoom >= 12 ? '3' : zoom >= 3 ? '2' : '1';
        place.scrollLeft = middle * zoom - at;
      };
      const centre = () => place.clientWidth / 2;
      for (const button of line.querySelectorAll('[data-zoom]')) {
        button.addEventListener('click', () => to({ in: zoom * 2, out: zoom / 2, fit: 1 }[button.dataset.zoom], centre()));
      }
      place.addEventListener('keydown', event => {
        const factor = { '+': 2, '=': 2, '-': .5, '0': 0 }[event.key];
        if (factor === undefined || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        to(factor === 0 ? 1 : zoom * factor, centre());
      });
      place.addEventListener('wheel', event => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        to(zoom * (event.deltaY < 0 ? 1.25 : .8), event.clientX - place.getBoundingClientRect().left);
      }, { passive: false });
    }
  }

  // A link into something folded opens it.
  function open(root) {
    const hash = decodeURIComponent(location.hash.slice(1));
    const target = hash && document.getElementById(hash);
    if (!target || !root.contains(target)) return;
    for (let at = target; at && at !== root; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    const own = target.querySelector(':scope > details.long');
    if (own) own.open = true;
    target.scrollIntoView();
  }

  function prints(root) {
    let folded = [];
    addEventListener('beforeprint', () => {
      folded = [...root.querySelectorAll('details:not([open])')];
      for (const each of folded) each.open = true;
    });
    addEventListener('afterprint', () => { for (const each of folded) each.open = false; });
  }

  function enliven(root) {
    filter(root);
    fields(root);
    copies(root);
    zooms(root);
    prints(root);
    addEventListener('hashchange', () => open(root));
    open(root);
  }

  const whole = document.querySelector('[data-report]');
  if (whole) enliven(whole);
  globalThis.clewReport = { enliven };
})();
