/** Transcripts as Markdown, for people. */
package io.multichat.formats.markdown;
