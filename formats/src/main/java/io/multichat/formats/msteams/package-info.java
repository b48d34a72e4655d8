/** Messages of Microsoft Teams as its exports and its interface (Graph) write them. */
package io.multichat.formats.msteams;
