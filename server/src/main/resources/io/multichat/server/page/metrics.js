// Reads the metrics of the server, which are in the text format of Prometheus.

import { getText } from './api.js';

const LINE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/u;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/gu;

/** The samples of the server's own metrics, by name: `labels` and `value`. */
export async function readMetrics(signal) {
  const samples = new Map();
  for (const line of (await getText('metrics', {}, signal)).split('\n')) {
    const [, name, labels = '', value] = LINE.exec(line) ?? [];
    if (name?.startsWith('multichat_')) {
      const known = samples.get(name) ?? [];
      known.push({ labels: Object.fromEntries([...labels.matchAll(LABEL)].map(([, key, text]) => [key, text])), value: Number(value) });
      samples.set(name, known);
    }
  }
  return samples;
}

/** The sum of a metric over its labels; NaN if there is none. */
export function total(samples, name) {
  const found = samples.get(name);
  return found ? found.reduce((sum, { value }) => sum + value, 0) : NaN;
}
