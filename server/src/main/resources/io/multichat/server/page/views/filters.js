// Filters of a list. They are in the URL, and the server applies them.

import { button, element } from '../dom.js';
import { address, go } from '../router.js';

const TYPING_MS = 300;

// What is being typed, and where: the input keeps both when the view is shown again.
let typed = null;

/** A row of choices, of which one is pressed. */
export function choices(label, options, chosen, choose) {
  return element('div', { class: 'chips', role: 'group', 'aria-label': label }, options.map(({ value, text }) =>
    button(text, () => choose(value), { class: 'chip', 'aria-pressed': String(value === (chosen ?? '')) })));
}

/** A filter that is in force, with a button that lifts it. */
export function lifted(label, text, lift) {
  return element('span', { class: 'chip active' }, element('span', { class: 'dim' }, `${label} `), text,
    button('✕', lift, { class: 'lift', 'aria-label': `Remove the filter ${label}` }));
}

/** Goes to the view with other parameters. */
export function refine({ view, params }, changes, options = {}) {
  go(address(view, { ...params, ...changes }), options);
}

/** An input that filters while one types. */
export function typedFilter(label, name, route) {
  let timer = null;
  const value = typed?.name === name ? typed.value : (route.params[name] ?? '');
  const input = element('input', {
    type: 'search', class: 'filter', placeholder: label, 'aria-label': label, value, dir: 'auto',
    oninput: () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        typed = { name, value: input.value };
        refine(route, { [name]: input.value.trim() }, { replace: true });
      }, TYPING_MS);
    },
  });
  if (typed?.name === name) {
    typed = null;
    requestAnimationFrame(() => {
      input.focus();
      input.setSelectionRange(value.length, value.length);
    });
  }
  return input;
}
