/** Compacts an archive by merging many small files into a few large ones. */
package io.multichat.jobs.compact;
