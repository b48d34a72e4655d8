package io.multichat.sinks.core.conformance;

/**
 * What makes a message one message.
 *
 * @param conversation the conversation's key
 * @param messageId its id there
 */
record MessageKey(String conversation, String messageId) implements Comparable<MessageKey> {
    @Override
    public int compareTo(MessageKey other) {
        int byConversation = conversation.compareTo(other.conversation);
        return byConversation != 0 ? byConversation : messageId.compareTo(other.messageId);
    }
}
