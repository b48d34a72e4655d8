/** Chats of Signal as text. */
package io.multichat.formats.signal;
