/** The data directory: where its files are, its lock, and the run file by which other commands find a running {@code dev}. */
package io.multichat.app.data;
