/** Reads files as an import does and counts what it would publish. */
package io.multichat.jobs.imports.dryrun;
