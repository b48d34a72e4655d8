/** Options that several commands share. */
package io.multichat.app.command.option;
