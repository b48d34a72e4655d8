// Requests to the HTTP API, which is beside the folder of this file, whatever the path prefix is.

import { askForKey, authorization } from './key.js';

const ROOT = new URL('../', import.meta.url);
const ATTEMPTS = 4;
const RETRY_MS = 1_000;

/** An answer that is not what was asked for. `status` is 0 if there was no answer. */
export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** The JSON of an answer. Waits and asks again while the server says that it will answer in a moment. */
export async function get(path, params = {}, signal = undefined) {
  return (await ask(path, params, { signal })).json();
}

/** The text of an answer. */
export async function getText(path, params = {}, signal = undefined) {
  return (await ask(path, params, { signal })).text();
}

/** The JSON of an answer, also of one that says that the server is not well. */
export async function getAnyway(path, signal) {
  const response = await sent(path, {}, { signal });
  return response.json();
}

/** The content of an answer, to save as a file. */
export async function getFile(path, params, signal) {
  return (await ask(path, params, { signal })).blob();
}

/** The JSON of the answer to a command. The content type makes sure that no other site can send it. */
export async function post(path, signal) {
  const request = { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' }, signal };
  return (await required(await sent(path, {}, request))).json();
}

/** The response to a request, with the key if one is needed; network errors become problems. */
export async function sent(path, params, request) {
  const url = new URL(path, ROOT);
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== '') {
      url.searchParams.set(name, value);
    }
  }
  for (;;) {
    const response = await fetch(url, { ...request, headers: { ...request.headers, ...authorization() } }).catch((error) => {
      throw error.name === 'AbortError' ? error : new Problem(0, 'The server cannot be reached.');
    });
    if (response.status !== 401) {
      return response;
    }
    await askForKey();
  }
}

async function ask(path, params, request) {
  for (let attempt = 1; ; attempt++) {
    const response = await sent(path, params, request);
    if (response.status !== 503 || !response.headers.has('Retry-After') || attempt === ATTEMPTS) {
      return required(response);
    }
    await pause(RETRY_MS, request.signal);
  }
}

async function required(response) {
  if (response.ok) {
    return response;
  }
  const problem = await response.json().catch(() => ({}));
  throw new Problem(response.status, problem.detail ?? `The server answered ${response.status}.`);
}

/** Waits; ends early with an error when the signal is given. */
export function pause(ms, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    }, { once: true });
  });
}
