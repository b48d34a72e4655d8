/**
 * The full-text index {@code messages_fts}: how texts become words, how the index is kept up to date and rebuilt.
 *
 * <p>Depends on {@code file}, whose schema the index is part of, and on {@code sql}.
 */
package io.multichat.sinks.sqlite.index;
