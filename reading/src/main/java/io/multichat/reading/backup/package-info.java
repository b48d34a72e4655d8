/** The port for backups of the durable stores, which each of them implements. */
package io.multichat.reading.backup;
