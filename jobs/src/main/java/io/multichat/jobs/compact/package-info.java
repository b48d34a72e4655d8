/** Compacts an archive: many small files become a few large ones. */
package io.multichat.jobs.compact;
