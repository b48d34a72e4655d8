/** Converters for the values of options. */
package io.multichat.app.command.convert;
