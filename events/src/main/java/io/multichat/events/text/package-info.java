/**
 * Text formats: RFC 3339 times, percent-encoding, durations, sizes, and names looked up in bytes. Knows nothing of events.
 */
package io.multichat.events.text;
