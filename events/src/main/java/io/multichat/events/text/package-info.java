/**
 * Text formats: RFC 3339 times, percent-encoding, durations, sizes, hashes in hex, and names looked up in bytes. Knows nothing
 * about events.
 */
package io.multichat.events.text;
