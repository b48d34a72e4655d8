/** The commands that erase people and sessions, and that set and clear holds. */
package io.multichat.app.command.erase;
