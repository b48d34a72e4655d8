// Builds elements. What people wrote is only ever added as text, never as markup.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element. Attributes named `on…` are listeners, those that are null or false are left out, and `true` stands for an attribute
 * without a value. Children are nodes or texts; null and false are left out.
 */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** An element of a drawing. */
export function drawn(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

/** A button that runs an action. */
export function button(label, action, attributes = {}) {
  return element('button', { type: 'button', onclick: action, ...attributes }, label);
}

/** A name that somebody chose: written in any direction, on one line, without an effect on what is around it. */
export function named(name, attributes = {}) {
  return element('bdi', attributes, String(name).replace(/\s+/gu, ' '));
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (value === true) {
      node.setAttribute(name, '');
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value);
    }
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}
