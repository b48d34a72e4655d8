/**
 * Chat files in the formats of other programs, behind two ports: {@link io.multichat.formats.EventReader} turns a file into
 * events, {@link io.multichat.formats.SessionWriter} turns sessions into a file. Each format has its own package;
 * {@code registry} finds formats by name.
 */
package io.multichat.formats;
