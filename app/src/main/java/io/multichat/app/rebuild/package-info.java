/** Rebuilds the data directory of a stopped {@code dev}. */
package io.multichat.app.rebuild;
