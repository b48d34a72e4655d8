/**
 * The life cycle of a database file: check, open, back up, migrate, and check again after an unclean stop.
 *
 * <p>Depends on {@code settings} and {@code sql}. The schema scripts are resources of this package.
 */
package io.multichat.sinks.sqlite.file;
