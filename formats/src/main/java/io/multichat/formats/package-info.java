/**
 * Chat files in the formats of other programs, behind two ports: a {@link io.multichat.formats.ChatFormat} turns a file, a folder,
 * a zip or a stream into events, a {@link io.multichat.formats.SessionWriter} turns sessions into a file. Each format has its own
 * package; {@code text} and {@code json} read files of any size; {@code registry} finds formats by name.
 */
package io.multichat.formats;
