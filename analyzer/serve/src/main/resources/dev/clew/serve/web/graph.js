// Draws what hangs on a thing: it on the left, what is joined to it to the right, the path of the cause in red.
const svg = (tag, attributes = {}, text = '') => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
};
const key = ref => [ref.kind, ref.namespace ?? '', ref.name].join('/');
const label = ref => (ref.namespace ? ref.namespace + '/' : '') + ref.name;
const cut = text => text.length > 32 ? text.slice(0, 31) + '…' : text;
const [width, gap, height, row, most] = [226, 120, 38, 50, 60];

export function draw(start, links, chain, said) {
  const next = new Map();
  const refs = new Map([[key(start), start]]);
  for (const link of links) {
    for (const [one, other] of [[link.from, link.to], [link.to, link.from]]) {
      refs.set(key(one), one);
      if (!next.has(key(one))) next.set(key(one), []);
      next.get(key(one)).push(key(other));
    }
  }
  const columns = [[key(start)]];
  const places = new Map([[key(start), [0, 0]]]);
  for (let column = 0; columns[column]?.length && places.size < most; column++) {
    columns[column + 1] = [];
    for (const at of columns[column]) {
      for (const to of next.get(at) ?? []) {
        if (places.has(to) || places.size >= most) continue;
        places.set(to, [column + 1, columns[column + 1].length]);
        columns[column + 1].push(to);
      }
    }
  }
  const hot = new Set(chain.flatMap(link => [key(link.from), key(link.to)]).concat(key(start)));
  const hotLinks = new Set(chain.map(link => key(link.from) + ' ' + key(link.to)));
  const x = place => 2 + place[0] * (width + gap);
  const y = place => 2 + place[1] * row;
  const all = [...places.values()];
  const wide = Math.max(...all.map(x)) + width + 4;
  const high = Math.max(...all.map(y)) + height + 4;
  const picture = svg('svg', { role: 'img', 'aria-label': said, width: wide, height: high, viewBox: `0 0 ${wide} ${high}` });
  for (const link of links) {
    let from = places.get(key(link.from));
    let to = places.get(key(link.to));
    if (!from || !to) continue;
    const named = from[0] <= to[0] ? link.edge + ' →' : '← ' + link.edge;
    if (from[0] > to[0]) [from, to] = [to, from];
    const straight = from[0] === to[0];
    const x1 = x(from) + width;
    const x2 = straight ? x(to) + width : x(to);
    const [y1, y2] = [y(from) + height / 2, y(to) + height / 2];
    const bend = straight ? x1 + 30 : (x1 + x2) / 2;
    const path = svg('path', { d: `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}` });
    if (hotLinks.has(key(link.from) + ' ' + key(link.to))) path.setAttribute('class', 'hot');
    picture.append(path);
    if (!straight) picture.append(svg('text', { class: 'kind', x: x2 - 6, y: y2 - 5, 'text-anchor': 'end' }, named));
  }
  for (const [name, place] of places) {
    const ref = refs.get(name);
    const group = svg('g', { class: hot.has(name) ? 'hot' : 'cold' });
    group.append(svg('title', {}, ref.kind + ' ' + label(ref)));
    group.append(svg('rect', { x: x(place), y: y(place), width, height, rx: 7 }));
    group.append(svg('text', { class: 'kind', x: x(place) + 10, y: y(place) + 14 }, ref.kind));
    group.append(svg('text', { x: x(place) + 10, y: y(place) + 29 }, cut(label(ref))));
    picture.append(group);
  }
  return picture;
}
