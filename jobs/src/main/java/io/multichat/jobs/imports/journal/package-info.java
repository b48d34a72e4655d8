/** Remembers in a file how far an import got, so that an interrupted one continues there. */
package io.multichat.jobs.imports.journal;
