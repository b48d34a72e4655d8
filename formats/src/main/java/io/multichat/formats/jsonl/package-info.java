/**
 * JSON Lines, Multichat's own format. An import takes one event per line and passes its bytes on unchanged; an export
 * writes one object per line, whose {@code kind} is {@code manifest}, {@code session}, {@code message}, {@code event} or
 * {@code complete}.
 */
package io.multichat.formats.jsonl;
