/** Claude's data export: {@code conversations.json}, or one conversation of it. */
package io.multichat.formats.claude;
