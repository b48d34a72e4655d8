/** Commands for the access to the HTTP server. */
package io.multichat.app.command.access;
