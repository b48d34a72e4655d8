package io.multichat.sinks.core.conformance;

/**
 * The identity of a message.
 *
 * @param conversation the key of the conversation
 * @param messageId the message id
 */
record MessageKey(String conversation, String messageId) implements Comparable<MessageKey> {
    @Override
    public int compareTo(MessageKey other) {
        int byConversation = conversation.compareTo(other.conversation);
        return byConversation != 0 ? byConversation : messageId.compareTo(other.messageId);
    }
}
