/**
 * Chats in the shape of OpenAI's interfaces: fine-tuning files with one chat per line, bodies of requests, and bare lists of turns.
 */
package io.multichat.formats.openai;
