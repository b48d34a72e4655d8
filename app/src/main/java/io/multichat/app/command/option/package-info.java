/** Options that several commands share, and converters for their values. */
package io.multichat.app.command.option;
