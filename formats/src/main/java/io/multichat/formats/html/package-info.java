/**
 * Transcripts as web pages that need no server and no network: one page for each session, long sessions in parts, and an index.
 * {@link io.multichat.formats.html.SessionPage} writes a page, {@link io.multichat.formats.html.IndexPages} the index.
 */
package io.multichat.formats.html;
