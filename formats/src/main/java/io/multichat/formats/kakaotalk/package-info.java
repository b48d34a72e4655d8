/** Chats of KakaoTalk: text of phones and of Windows, and the CSV of macOS. */
package io.multichat.formats.kakaotalk;
