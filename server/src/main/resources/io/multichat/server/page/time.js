// Times as people read them. Every time has the full one, local and UTC, as its title.

import { element } from './dom.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const RELATIVE = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'short' });
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const DATE = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const LONG_DATE = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });

/** A time as its distance from now, which stays right while it is shown; one that is long ago as a date. */
export function relativeTime(iso) {
  return timeElement(iso, relative(iso), { 'data-relative': true });
}

/** A time of day. */
export function clockTime(iso) {
  return timeElement(iso, CLOCK.format(new Date(iso)));
}

/** A date and a time of day. */
export function dateTime(iso) {
  return timeElement(iso, `${DATE.format(new Date(iso))}, ${CLOCK.format(new Date(iso))}`);
}

/** The day of a time, in words. */
export function dayName(iso) {
  return LONG_DATE.format(new Date(iso));
}

/** What is equal for two times of the same local day. */
export function dayOf(iso) {
  return new Date(iso).toDateString();
}

/** A duration in its two largest units. */
export function duration(ms) {
  const units = [[DAY, 'd'], [HOUR, 'h'], [MINUTE, 'min'], [1_000, 's']];
  const first = units.findIndex(([size]) => ms >= size);
  if (first < 0) {
    return '0 s';
  }
  let left = ms;
  return units.slice(first, first + 2)
    .map(([size, name]) => {
      const count = Math.floor(left / size);
      left -= count * size;
      return count > 0 ? `${count} ${name}` : '';
    })
    .filter(Boolean)
    .join(' ');
}

/** A time for an input of local date and time. */
export function localInput(iso) {
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * MINUTE).toISOString().slice(0, 19);
}

/** Keeps relative times right. */
export function refreshTimes() {
  document.querySelectorAll('time[data-relative]').forEach((node) => {
    node.textContent = relative(node.dateTime);
  });
}

function timeElement(iso, text, attributes = {}) {
  const date = new Date(iso);
  return element('time', { datetime: iso, title: `${FULL.format(date)}\n${iso}`, ...attributes }, text);
}

function relative(iso) {
  const date = new Date(iso);
  const past = Date.now() - date.getTime();
  if (Math.abs(past) < MINUTE) {
    return 'now';
  }
  if (past < HOUR) {
    return RELATIVE.format(-Math.round(past / MINUTE), 'minute');
  }
  if (past < DAY) {
    return RELATIVE.format(-Math.round(past / HOUR), 'hour');
  }
  return past < 7 * DAY ? RELATIVE.format(-Math.round(past / DAY), 'day') : DATE.format(date);
}
