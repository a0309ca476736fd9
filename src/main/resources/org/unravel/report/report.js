'use strict';
// Draws the figures of the page from the data beside this script, by uPlot.
(function () {
  const COLOURS = 8;
  const NEAR = 24; // pixels within which a point answers to the cursor
  const data = JSON.parse(document.getElementById('figures-data').textContent);
  const status = document.getElementById('status');
  const root = document.documentElement;
  const css = name => getComputedStyle(root).getPropertyValue(name).trim();
  const isNumber = v => typeof v === 'number' && isFinite(v);

  // ---- numbers as in the tables: as many digits as the standard error allows

  function number(v) {
    if (!isNumber(v)) return '\u2013';
    const six = +v.toPrecision(6), size = Math.abs(six);
    const text = size > 0 && size < 1e-4 || size >= 1e6 ? six.toExponential().replace('e+', 'e') : String(six);
    return text.replace(/^-/, '\u2212');
  }

  function measured(v, e) {
    if (!isNumber(v) || !(e > 0)) return number(v);
    const place = 1 - Math.floor(Math.log10(+e.toPrecision(2)));
    const size = Math.floor(Math.log10(Math.max(Math.abs(v), e)));
    const isPlain = size >= -4 && size < 6;
    const shift = isPlain ? 0 : size;
    const digits = Math.min(Math.max(place + shift, 0), 20);
    const shown = x => (x / Math.pow(10, shift)).toFixed(digits);
    const text = (shown(v) + ' \u00b1 ' + shown(e)).replace(/^-/, '\u2212');
    return isPlain ? text : '(' + text + ')e' + shift;
  }

  // ---- data: series of different x are put on one, with undefined where a series has no point

  function joined(figure) {
    const tables = figure.series.map(s => [figure.xs[s.x], s.y, s.e || [], s.m || [], ...(s.stack || [[], [], [], []])].map((c, i) => i < 2 ? c : c.concat(Array(s.y.length - c.length).fill(null))));
    const all = uPlot.join(tables);
    const x = all[0];
    return { x, parts: figure.series.map((s, i) => {
      const [y, e, m, ...stack] = all.slice(1 + 7 * i, 8 + 7 * i);
      const own = figure.xs[s.x];
      if (s.form === 'staircase') fill(x, y, own[own.length - 1], (k, last) => y[last]);
      if (s.form === 'expected') fill(x, y, own[own.length - 1], k => line(x[k], own, s.y));
      return { s, y, e, m, stack };
    }) };
  }

  function fill(x, y, end, value) {
    let last = -1;
    for (let k = 0; k < x.length && x[k] <= end; k++) {
      if (y[k] !== undefined) last = k;
      else if (last >= 0) y[k] = value(k, last);
    }
  }

  function line(at, x, y) {
    const n = x.length - 1;
    return y[0] + (y[n] - y[0]) * (at - x[0]) / (x[n] - x[0] || 1);
  }

  // ---- looks

  const AREA = '66'; // opacity
  // curves that rival are told apart by dashes and shapes too, as in print
  const DASHES = [undefined, [8, 4], [2, 3], [9, 3, 2, 3], [14, 4]];
  const BORDERS = ['solid', 'dashed', 'dotted', 'dashed', 'dashed'];
  const colour = part => css('--c' + part.s.colour % COLOURS);

  const LOOKS = {
    'sampled-curve': { width: 1.5 },
    'share': { width: 0, none: true, share: true },
    'exact-curve': { width: 1.25, dash: [6, 4] },
    'sampled-points': { width: 1.25, dots: 5 },
    'exact-points': { width: 1.5, circles: 10 },
    'staircase': { width: 1.25, steps: true },
    'expected': { width: 1.5, dash: [2, 3] },
    'rival-curve': { width: 1.75, rival: true },
    'rival-points': { width: 1.25, none: true },
    'marks': { width: 1, none: true }
  };

  function seriesOf(part, isEdge) {
    const look = LOOKS[part.s.form];
    const stroke = () => colour(part);
    const series = { label: part.s.name, stroke, width: isEdge ? 0 : look.width, points: { show: false } };
    if (look.none && !(look.share && isEdge) || look.dots || look.circles) series.paths = () => null;
    // a band is filled along the paths of its edges, which must be there though nobody sees them
    if (isEdge) return Object.assign(series, { class: 'edge', stroke: 'transparent' });
    series.class = part.s.form === 'rival-points' ? 'shape-' + part.s.colour % SHAPES.length : part.s.form;
    if (look.dash) series.dash = look.dash;
    if (look.rival) series.dash = DASHES[part.s.colour % DASHES.length];
    if (look.steps) series.paths = uPlot.paths.stepped({ align: 1 });
    if (look.dots) series.points = { show: true, size: look.dots, fill: stroke, width: 0 };
    if (look.circles) series.points = { show: true, size: look.circles, fill: 'transparent', width: look.width };
    series.value = (u, v, i, k) => k == null || v == null ? '\u2013' : measured(v, part.e[k]) + (part.m[k] ? ' *' : '');
    return series;
  }

  /** The series of uPlot: each with two edges, mean ± one standard error, where it has errors. */
  function layout(figure, parts, x) {
    const built = { data: [x], series: [{ label: figure.x.name, value: (u, v) => number(v) }], bands: [], parts: [null], edges: {} };
    const add = (y, series, part) => built.series.push(series) && built.parts.push(part) && built.data.push(y) - 1;
    for (const part of parts) {
      const main = add(part.y, seriesOf(part), part);
      if (part.s.stack) shares(part, main, built, add);
      if (!part.s.e) continue;
      const edge = sign => part.y.map((v, k) => !isNumber(v) ? v : edgeAt(v, sign * (part.e[k] || 0), figure.y.log));
      const low = add(edge(-1), seriesOf(part, true), null);
      const high = add(edge(1), seriesOf(part, true), null);
      built.edges[main] = [low, high];
      if (part.s.form === 'sampled-curve') built.bands.push({ series: [high, low], fill: () => colour(part) + '33' });
    }
    return built;
  }

  function shares(part, main, built, add) {
    const [above, top, below, bottom] = built.edges[main] = part.stack.map(y => add(y, seriesOf(part, true), null));
    const fill = () => colour(part) + AREA;
    built.bands.push({ series: [top, above], fill }, { series: [below, bottom], fill });
  }

  /** On a logarithmic axis no error bar is longer than a decade. */
  function edgeAt(v, e, isLog) {
    return isLog ? Math.max(v + e, v / 10) : v + e;
  }

  function marks(u, built) {
    const ctx = u.ctx, px = devicePixelRatio;
    ctx.save();
    ctx.beginPath();
    ctx.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
    ctx.clip();
    built.parts.forEach((part, i) => {
      if (!part || !u.series[i].show) return;
      ctx.strokeStyle = ctx.fillStyle = colour(part);
      ctx.lineWidth = 1.25 * px;
      ctx.setLineDash([]);
      if (/-points$/.test(part.s.form) && part.s.e) whiskers(u, part, px);
      if (part.s.form === 'rival-points') shapes(u, part, px);
      if (part.s.form === 'marks') triangles(u, part, px);
    });
    ctx.restore();
  }

  function whiskers(u, part, px) {
    const ctx = u.ctx, bottom = u.bbox.top + u.bbox.height;
    const isLog = u.scales.y.distr === 3;
    ctx.beginPath();
    part.y.forEach((v, k) => {
      const e = part.e[k];
      if (!isNumber(v) || !(e > 0)) return;
      const at = u.valToPos(u.data[0][k], 'x', true);
      const low = isLog && v - e <= 0 ? bottom : u.valToPos(v - e, 'y', true);
      const high = u.valToPos(v + e, 'y', true);
      ctx.moveTo(at, low); ctx.lineTo(at, high);
      for (const end of [low, high]) { ctx.moveTo(at - 2.5 * px, end); ctx.lineTo(at + 2.5 * px, end); }
    });
    ctx.stroke();
  }

  /** One shape of each colour around a point; open where an error bar is marked. */
  const SHAPES = [
    (c, x, y, r) => c.arc(x, y, r, 0, 2 * Math.PI),
    (c, x, y, r) => c.rect(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r),
    (c, x, y, r) => polygon(c, x, y, r, [0, -1.3, 1.2, 0.9, -1.2, 0.9]),
    (c, x, y, r) => polygon(c, x, y, r, [0, -1.35, 1.35, 0, 0, 1.35, -1.35, 0]),
    (c, x, y, r) => polygon(c, x, y, r, [0, 1.3, 1.2, -0.9, -1.2, -0.9]),
    (c, x, y, r) => polygon(c, x, y, r, [-0.45, -1.3, 0.45, -1.3, 0.45, -0.45, 1.3, -0.45, 1.3, 0.45, 0.45, 0.45, 0.45, 1.3, -0.45, 1.3, -0.45, 0.45, -1.3, 0.45, -1.3, -0.45, -0.45, -0.45]),
    (c, x, y, r) => polygon(c, x, y, r, [1.3, 0, -0.9, 1.2, -0.9, -1.2])
  ];

  function polygon(ctx, x, y, r, corners) {
    for (let i = 0; i < corners.length; i += 2) ctx[i ? 'lineTo' : 'moveTo'](x + r * corners[i], y + r * corners[i + 1]);
    ctx.closePath();
  }

  function shapes(u, part, px) {
    const ctx = u.ctx, draw = SHAPES[part.s.colour % SHAPES.length];
    part.y.forEach((v, k) => {
      if (!isNumber(v)) return;
      ctx.beginPath();
      draw(ctx, u.valToPos(u.data[0][k], 'x', true), u.valToPos(v, 'y', true), 3.2 * px);
      ctx.fillStyle = part.m[k] ? css('--card') : colour(part);
      ctx.fill();
      ctx.stroke();
    });
  }

  function triangles(u, part, px) {
    const ctx = u.ctx, r = 4.5 * px;
    ctx.beginPath();
    part.y.forEach((v, k) => {
      if (!isNumber(v)) return;
      const at = u.valToPos(u.data[0][k], 'x', true), y = u.valToPos(v, 'y', true);
      ctx.moveTo(at, y - r); ctx.lineTo(at + r, y + r); ctx.lineTo(at - r, y + r); ctx.closePath();
    });
    ctx.fill();
  }

  function axis(of, isY) {
    const grid = { stroke: () => css('--grid'), width: 1 }, ticks = Object.assign({ size: 4 }, grid);
    const it = { label: of.label, stroke: () => css('--muted'), font: '12px ' + css('--font'), labelFont: '12px ' + css('--font'), labelSize: 20, size: 28, gap: 4, grid, ticks, space: isY ? 32 : 60 };
    it.values = (u, splits) => splits.map(v => v == null ? '' : number(v));
    if (isY) it.size = (u, values) => 16 + 7 * Math.max(2, ...(values || []).map(v => v.length));
    if (of.log) {
      it.splits = (u, i, low, high) => decades(low, high);
      it.filter = grid.filter = ticks.filter = (u, splits) => splits;
      it.values = (u, splits) => splits.map(v => Math.abs(Math.log10(v)) > 3 ? v.toExponential() : String(v));
    }
    return it;
  }

  const power = n => +('1e' + n);

  /** Powers of ten, not too many; with twos and fives between few. uPlot's own never end where the least value is tiny. */
  function decades(low, high) {
    const first = Math.floor(Math.log10(low)), last = Math.ceil(Math.log10(high)), step = Math.max(1, Math.ceil((last - first) / 7)), all = [];
    for (let n = first; n <= last; n += step) all.push(...(last - first > 2 ? [1] : [1, 2, 5]).map(m => +(m + 'e' + n)));
    return all.filter(v => v >= low && v <= high);
  }

  /** A decade below all that was sampled: exact densities go on where no sample ever comes. */
  function sampledFloor(parts) {
    const seen = parts.filter(p => p.s.e).flatMap(p => p.y.filter(v => v > 0));
    return seen.length ? Math.min(...seen) / 10 : 0;
  }

  /** Whole decades of all that is there above the floor, but no more than nine. */
  function logRange(all, floor) {
    return (u, low, high) => {
      if (!(low > 0)) return [0.1, 1];
      if (all && (low > all[0] || high < all[all.length - 1])) return [low, high];
      const down = Math.floor(Math.log10(Math.max(low, floor, high * 1e-9))), up = Math.ceil(Math.log10(high));
      return [power(down), power(Math.max(up, down + 1))];
    };
  }

  function range(isX, all) {
    return (u, low, high) => {
      if (low == null || high == null) return [0, 1];
      if (low === high) return [low - (Math.abs(low) * 0.1 || 1), high + (Math.abs(high) * 0.1 || 1)];
      if (!isX) return uPlot.rangeNum(low, high, 0.08, true);
      const pad = low === all[0] && high === all[all.length - 1] ? (high - low) * 0.02 : 0;
      return [low - pad, high + pad];
    };
  }

  /** Which point of a series answers to the cursor: the nearest, and of single points only one that is near. */
  function answering(parts) {
    return (u, i, k) => {
      const y = u.data[i];
      if (i === 0 || y[k] !== undefined) return k;
      let below = k, above = k;
      while (below >= 0 && y[below] === undefined) below--;
      while (above < y.length && y[above] === undefined) above++;
      const away = n => n < 0 || n >= y.length ? Infinity : Math.abs(u.data[0][n] - u.data[0][k]);
      const nearest = away(below) <= away(above) ? below : above;
      if (away(nearest) === Infinity) return null;
      const isFar = Math.abs(u.valToPos(u.data[0][nearest], 'x') - u.valToPos(u.data[0][k], 'x')) > NEAR;
      return isFar ? null : nearest;
    };
  }

  // ---- one figure

  const size = plot => {
    const width = Math.max(200, Math.floor(plot.clientWidth));
    return { width, height: Math.round(Math.min(340, Math.max(230, width * 0.6))) };
  };

  function build(plot) {
    const figure = data[+plot.dataset.figure];
    const { x, parts } = joined(figure);
    const built = layout(figure, parts, x);
    const legend = plot.parentNode.querySelector('.legend');
    const u = new uPlot(Object.assign(size(plot), {
      series: built.series,
      bands: built.bands,
      scales: { x: figure.x.log ? { time: false, distr: 3, range: logRange(x, 0) } : { time: false, range: range(true, x) }, y: figure.y.log ? { distr: 3, range: logRange(null, sampledFloor(parts)) } : { range: range(false, x) } },
      axes: [axis(figure.x, false), axis(figure.y, true)],
      cursor: { dataIdx: answering(parts), drag: { x: true, y: false }, points: { size: 8 } },
      legend: { mount: (self, table) => legend.appendChild(table), markers: { fill: (self, i) => built.parts[i] && built.parts[i].s.stack ? colour(built.parts[i]) + AREA : null, dash: (self, i) => built.parts[i] && built.parts[i].s.form === 'rival-curve' ? BORDERS[built.parts[i].s.colour % BORDERS.length] : built.series[i].dash ? 'dashed' : 'solid' } },
      hooks: { draw: [self => marks(self, built)], setSeries: [(self, i, o) => toggled(self, i, o, built, legend)], setCursor: [self => legend.classList.toggle('quiet', self.cursor.idx == null)] }
    }), built.data, plot);
    legend.classList.add('quiet');
    twins(figure, legend);
    keyboard(u, plot, legend);
    return { plot, u };
  }

  /** Where names flow, what is exact stands behind what it is of. */
  function twins(figure, legend) {
    const names = figure.series.map(s => s.name);
    legend.querySelectorAll('.u-label').forEach(label => {
      const name = label.textContent.slice(0, -6);
      if (!names.includes(name) || label.textContent !== name + ' exact') return;
      label.replaceChildren(Object.assign(document.createElement('span'), { className: 'again', textContent: name + '\u00a0' }), 'exact');
    });
  }

  function toggled(u, i, options, built, legend) {
    if (options.show == null) return;
    (built.edges[i] || []).forEach(edge => u.setSeries(edge, { show: options.show }));
    const row = legend.querySelectorAll('.u-series')[i];
    if (row) row.querySelector('th').setAttribute('aria-pressed', options.show);
  }

  function keyboard(u, plot, legend) {
    legend.querySelectorAll('.u-series:not(.edge) th').forEach((name, i) => {
      if (i === 0) return;
      name.tabIndex = 0;
      name.setAttribute('role', 'button');
      name.setAttribute('aria-pressed', 'true');
      name.addEventListener('keydown', e => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); name.click(); } });
    });
    plot.addEventListener('keydown', e => {
      const x = u.data[0], [first, last] = u.series[0].idxs, at = u.cursor.idx, step = e.shiftKey ? 10 : 1;
      const moves = { ArrowRight: at == null ? first : at + step, ArrowLeft: at == null ? last : at - step, Home: first, End: last };
      if (e.key === 'Escape') {
        u.setCursor({ left: -10, top: -10 });
        u.setData(u.data);
      } else if (e.key in moves) {
        e.preventDefault();
        const to = Math.min(last, Math.max(first, moves[e.key]));
        u.setCursor({ left: u.valToPos(x[to], 'x'), top: u.over.clientHeight / 2 });
        status.textContent = [...legend.querySelectorAll('.u-series:not(.edge):not(.u-off)')].map(row => row.textContent.replace('\u2013', 'no value')).join(', ');
      }
    });
  }

  // ---- the page

  const figures = [...document.querySelectorAll('.plot')].map(build);
  const redraw = () => figures.forEach(f => f.u.redraw());
  const sizes = new ResizeObserver(entries => requestAnimationFrame(() => entries.forEach(entry => {
    const f = figures.find(one => one.plot === entry.target), to = size(f.plot);
    if (to.width !== f.u.width) f.u.setSize(to);
  })));
  figures.forEach(f => sizes.observe(f.plot));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);

  const PAPER = { width: 480, height: 310 }; // seven tenths of it are half a page
  // paper is white and cannot be unfolded; tables of numbers would fill most of it, and are printed where they are open
  let folded = [];
  addEventListener('beforeprint', () => {
    root.classList.add('paper');
    folded = [...document.querySelectorAll('main > details:not([open])')];
    folded.forEach(d => { d.open = true; });
    figures.forEach(f => f.u.setSize(PAPER));
    redraw();
  });
  addEventListener('afterprint', () => {
    root.classList.remove('paper');
    folded.forEach(d => { d.open = false; });
    figures.forEach(f => f.u.setSize(size(f.plot)));
    redraw();
  });
})();
