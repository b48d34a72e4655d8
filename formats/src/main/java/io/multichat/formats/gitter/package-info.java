/** Archives of Gitter's rooms. */
package io.multichat.formats.gitter;
