package io.multichat.formats.write;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.Sender;
import java.io.IOException;
import java.util.List;

/** All that is exported, for formats that need more than the next message. Every call reads it again. */
public interface ExportContents {
    /** Receives the sessions of an export. */
    @FunctionalInterface
    interface SessionVisitor {
        /**
         * @param path the path of its first file, without extension
         * @throws IOException ends the visit
         */
        void session(ExportedSession session, String path) throws IOException;
    }

    /** Passes on the sessions in the order of the files of this format. */
    void forEachSession(String format, SessionVisitor visitor) throws IOException;

    /** The conversations, sorted by key. Memory grows with their number. */
    List<Conversation> conversations() throws IOException;

    /** The folder of a channel with its threads, in formats that have one for each channel. */
    String folder(Conversation conversation) throws IOException;

    /** The senders of messages and events, each with its newest name, sorted by id. Memory grows with their number. */
    List<Sender> senders() throws IOException;

    /** The number of exported messages in a conversation. */
    long messages(Conversation conversation) throws IOException;

    /** True when a message is exported and was not deleted. */
    boolean shows(Conversation conversation, String messageId) throws IOException;

    /**
     * The messages that were sent in a channel and its threads in the same millisecond as one message, which is among them, in the
     * order in which a format with a folder for each channel writes them. Empty if the message is not exported.
     */
    List<MessagePosition> sentWith(Conversation channel, String messageId) throws IOException;

    /** Passes the sessions of one conversation to a writer, without completing it. */
    void read(Conversation conversation, SessionWriter writer) throws IOException;
}
