/** Downloads of single sessions, in formats of {@code multichat export}. */
package io.multichat.server.export;
