// Whether everything works: the process, its tiers, how far the stores are, and the throughput of the last minutes.

import { getAnyway, pause } from '../api.js';
import { element } from '../dom.js';
import { readMetrics, total } from '../metrics.js';
import { count } from '../names.js';
import { failure, loading } from '../notices.js';
import { plot } from '../plot.js';

const EVERY_MS = 3_000;
const SPAN_MS = 5 * 60_000;

// Stays while the page is open, so that the plots are there when the reader comes back.
const history = [];

/** Shows the view until the signal is given. */
export async function show(main, route, signal) {
  const content = element('div', { class: 'health' }, loading(4));
  main.append(element('div', { class: 'scroller page', tabindex: '0', role: 'region', 'aria-label': 'Health' },
    element('header', { class: 'page-head' }, element('h1', {}, 'Health')), content));
  while (!signal.aborted) {
    try {
      const [ready, samples, accounts] = await Promise.all([
        getAnyway('readyz', signal),
        readMetrics(signal),
        getAnyway('v1/accounting', signal),
      ]);
      note(samples);
      const input = accounts.partitions ? [partitions(accounts)] : [];
      content.replaceChildren(state(ready, samples), plots(), stores(ready, samples), ...input);
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        content.replaceChildren(failure(problem));
      }
    }
    await pause(EVERY_MS, signal).catch(() => {});
  }
}

function note(samples) {
  history.push({ at: Date.now(), samples });
  while (history[0].at < Date.now() - SPAN_MS) {
    history.shift();
  }
}

function state(ready, samples) {
  const isReady = ready.status === 'ready';
  const reasons = [...(ready.reasons ?? []), ...(ready.incomplete ?? [])];
  return element('section', { class: `card verdict ${isReady ? 'good' : 'bad'}` },
    element('h2', {}, isReady ? 'Everything works' : 'Not ready'),
    element('p', { class: 'dim' }, [
      total(samples, 'multichat_topology_running') === 1 ? 'The topology processes all its partitions.' : 'The topology is not running here.',
      ready.recordsToRestore ? `${count(ready.recordsToRestore)} records of its state are still to be restored.` : '',
    ].join(' ')),
    reasons.length > 0 && element('ul', {}, reasons.map((reason) => element('li', { dir: 'auto' }, reason))));
}

function plots() {
  return element('section', { class: 'plots', 'aria-label': 'The last five minutes' },
    plot('Events accepted', rates('multichat_topology_accepted_total'), '/s', SPAN_MS),
    plot('Dead letters', rates('multichat_dead_letters_total'), '/s', SPAN_MS),
    plot('Open sessions', levels('multichat_topology_sessions_open'), '', SPAN_MS),
    plot('Waiting to be processed', levels('multichat_topology_input_lag'), 'records', SPAN_MS),
    plot('HTTP requests', rates('multichat_http_requests_total'), '/s', SPAN_MS),
    plot('Readers that follow live', levels('multichat_live_clients'), '', SPAN_MS));
}

function levels(name) {
  return history.map(({ at, samples }) => [at, total(samples, name)]);
}

/** What a counter grew by a second; a counter that begins again grew by what it shows. */
function rates(name) {
  const values = levels(name);
  return values.slice(1).map(([at, value], i) => {
    const [before, was] = values[i];
    return [at, ((value >= was ? value - was : value) * 1_000) / (at - before)];
  });
}

function stores(ready, samples) {
  const lags = new Map((samples.get('multichat_store_lag_records') ?? []).map(({ labels, value }) => [labels.store, value]));
  return element('section', { class: 'card' }, element('h2', {}, 'Tiers'),
    table(['Tier', 'State', 'Records behind'], Object.entries(ready.tiers).map(([tier, is]) => [
      tier,
      element('span', { class: `state ${is === 'up' ? 'open' : 'failed'}` }, is),
      tier === 'state' ? count(total(samples, 'multichat_topology_input_lag') || 0) : lag(lags.get(tier)),
    ])));
}

function lag(records) {
  return Number.isFinite(records) ? count(records) : 'unknown';
}

function partitions({ partitions: all }) {
  return element('section', { class: 'card' }, element('h2', {}, 'Input'),
    element('p', { class: 'dim' }, 'The outcome of every record, over all instances.'),
    table(['Partition', 'Read up to', 'Accepted', 'Duplicates', 'Dead letters', 'Waiting edits'], all.map((each) => [
      `${each.topic}-${each.partition}`, count(each.nextOffset), count(each.accepted), count(each.duplicates), count(each.deadLetters), count(each.waiting),
    ])));
}

function table(head, rows) {
  return element('div', { class: 'table', tabindex: '0', role: 'region', 'aria-label': head[0] }, element('table', {},
    element('thead', {}, element('tr', {}, head.map((cell) => element('th', { scope: 'col' }, cell)))),
    element('tbody', {}, rows.map((row) => element('tr', {}, row.map((cell, i) => element(i === 0 ? 'th' : 'td', i === 0 ? { scope: 'row' } : {}, cell)))))));
}
