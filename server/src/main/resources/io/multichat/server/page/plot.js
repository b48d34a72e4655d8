// Small plots of the last minutes.

import { drawn, element } from './dom.js';
import { count } from './names.js';

const WIDTH = 240;
const HEIGHT = 56;

/**
 * A plot with its newest value.
 *
 * @param title what is counted
 * @param points pairs of a time and a value, oldest first
 * @param unit what stands behind the value
 * @param spanMs the time that the width stands for
 */
export function plot(title, points, unit, spanMs) {
  const known = points.filter(([, value]) => Number.isFinite(value));
  const value = known.at(-1)?.[1];
  const highest = Math.max(...known.map(([, each]) => each), 1);
  return element('figure', { class: 'plot' },
    element('figcaption', {}, element('span', { class: 'dim' }, title),
      element('b', {}, value === undefined ? '–' : count(rounded(value)), element('small', {}, ` ${unit}`))),
    drawn('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': `${title}, highest ${count(rounded(highest))} ${unit}` },
      known.length > 1 && curve(known, highest, spanMs)));
}

function curve(points, highest, spanMs) {
  const end = points.at(-1)[0];
  const at = points.map(([time, value]) =>
    `${(WIDTH - ((end - time) / spanMs) * WIDTH).toFixed(1)},${(HEIGHT - 2 - (value / highest) * (HEIGHT - 6)).toFixed(1)}`);
  const left = at[0].split(',')[0];
  return [
    drawn('polygon', { class: 'area', points: `${left},${HEIGHT} ${at.join(' ')} ${WIDTH},${HEIGHT}` }),
    drawn('polyline', { class: 'curve', points: at.join(' ') }),
  ];
}

function rounded(value) {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}
