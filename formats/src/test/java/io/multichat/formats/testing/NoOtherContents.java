package io.multichat.formats.testing;

import io.multichat.events.Conversation;
import io.multichat.events.MessagePosition;
import io.multichat.events.Sender;
import io.multichat.formats.write.ExportContents;
import io.multichat.formats.write.SessionWriter;
import java.util.List;

/** An export with nothing but the file that a test writes. */
final class NoOtherContents implements ExportContents {
    @Override
    public void forEachSession(String format, SessionVisitor visitor) {
        // None.
    }

    @Override
    public List<Conversation> conversations() {
        return List.of();
    }

    @Override
    public String folder(Conversation conversation) {
        return conversation.channel();
    }

    @Override
    public List<Sender> senders() {
        return List.of();
    }

    @Override
    public long messages(Conversation conversation) {
        return 0;
    }

    @Override
    public boolean shows(Conversation conversation, String messageId) {
        return false;
    }

    @Override
    public List<MessagePosition> sentWith(Conversation channel, String messageId) {
        return List.of();
    }

    @Override
    public void read(Conversation conversation, SessionWriter writer) {
        // None.
    }
}
