/** Answers: JSON bodies, pages that are sent piece by piece, and problem documents; and the memory that all of them may use. */
package io.multichat.server.reply;
