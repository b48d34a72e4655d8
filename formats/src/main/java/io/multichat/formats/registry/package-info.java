/** The list of formats. It is the only package that knows all of them. */
package io.multichat.formats.registry;
