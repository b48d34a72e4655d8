package io.multichat.jobs.verify;

/**
 * Something in which the stores differ, or that breaks a rule.
 *
 * @param kind {@code message}, {@code edit}, {@code delete}, {@code event}, {@code session}, {@code boundary}, {@code gap rule} or {@code store}
 * @param store the store in which something is missing or wrong; {@code sessions} if a rule is broken
 * @param conversation the key of the conversation; empty for a fault of a whole store
 * @param id the id of the message, event or session
 * @param problem what is wrong, for people
 */
public record Difference(String kind, String store, String conversation, String id, String problem) {}
