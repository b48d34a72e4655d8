/**
 * The life of a database file: check, open, back up, migrate, and check again after an unclean stop.
 *
 * <p>Sees {@code settings} and {@code sql}. The scripts of the schema are resources of this package.
 */
package io.multichat.sinks.sqlite.file;
