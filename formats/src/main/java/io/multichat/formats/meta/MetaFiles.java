package io.multichat.formats.meta;

import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of threads, whichever of the two programs they are from.
 *
 * @param name the program, which is the platform of the conversations
 */
record MetaFiles(String name) implements FileFormat {
    /** The classes of a message's sender and of its time in HTML. */
    private static final Pattern PAGE = Pattern.compile("_a6-h\\b[\\s\\S]*\\b(?:_a72d|_a6-o)\\b");

    /** True for the content of a thread. */
    static boolean isThread(FileHead head) {
        return head.hasPaths("messages[].sender_name", "messages[].timestamp_ms") || isPage(head);
    }

    /** Also true for a damaged file whose name says what it should be, so that it is reported. */
    @Override
    public boolean recognizes(FileHead head) {
        String name = head.path().substring(head.path().lastIndexOf('/') + 1);
        return isThread(head) || MetaChannel.FILE_NAME.matcher(name).matches();
    }

    @Override
    public boolean readsTwice() {
        return true;
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        if (isPage(FileHead.of(file.path(), file.head()))) {
            Optional<Conversation> conversation = MetaChannel.of(name, "", file, events);
            if (conversation.isPresent()) {
                new MetaPage(file, conversation.get(), events).read();
            }
        } else {
            new MetaThread(name, file, events).read();
        }
    }

    private static boolean isPage(FileHead head) {
        return head.text().stripLeading().startsWith("<")
                && PAGE.matcher(head.text()).find();
    }
}
