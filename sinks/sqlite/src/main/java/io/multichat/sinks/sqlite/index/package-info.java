/**
 * The full-text index {@code messages_fts}: how texts become words, how the index is kept up to date and rebuilt.
 *
 * <p>Sees {@code file}, whose schema it is part of, and {@code sql}.
 */
package io.multichat.sinks.sqlite.index;
