/**
 * Messenger and Instagram: the files {@code message_1.json} or {@code message_1.html} of a thread, as Meta's "Download your
 * information" writes them. {@link io.multichat.formats.meta.MetaThread} reads JSON,
 * {@link io.multichat.formats.meta.MetaPage} HTML.
 */
package io.multichat.formats.meta;
