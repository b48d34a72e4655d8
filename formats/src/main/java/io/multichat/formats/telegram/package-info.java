/** Telegram Desktop's export as JSON: one chat, or all chats of an account. */
package io.multichat.formats.telegram;
