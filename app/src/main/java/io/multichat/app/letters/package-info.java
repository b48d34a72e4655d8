/** Replay of dead letters for the HTTP server. */
package io.multichat.app.letters;
