/**
 * ChatGPT's data export: {@code conversations.json}, or one conversation of it.
 * {@link io.multichat.formats.chatgpt.TurnTree} orders the turns, {@link io.multichat.formats.chatgpt.ChatGptTurn} reads one.
 */
package io.multichat.formats.chatgpt;
