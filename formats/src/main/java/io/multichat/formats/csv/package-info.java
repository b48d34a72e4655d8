/** Tables of messages and events as comma-separated values. */
package io.multichat.formats.csv;
