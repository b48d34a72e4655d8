/**
 * Reading sessions and messages from any store: the ports {@link io.multichat.reading.SessionReader} and
 * {@link io.multichat.reading.ConversationReader}, their requests, pages and cursors.
 *
 * <p>A store that cannot answer a question completely returns an empty {@code Optional}, so that the caller can ask another
 * store; a store that cannot be reached throws a {@link io.multichat.reading.StoreException}. Depends on {@code events} only.
 * No component of a record is null.
 */
package io.multichat.reading;
