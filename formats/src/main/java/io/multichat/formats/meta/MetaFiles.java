package io.multichat.formats.meta;

import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import java.io.IOException;
import java.util.Optional;

/**
 * The files of threads, whichever of the two programs they are from.
 *
 * @param name the program, which is the platform of the conversations
 */
record MetaFiles(String name) implements FileFormat {
    /**
     * True for the content of a thread in JSON. HTML is the same for all kinds of pages, so the name of the file must say what it is;
     * a file with such a name that is not JSON is damaged, which the reader reports.
     */
    static boolean isThread(FileHead head) {
        return head.hasPaths("messages[].sender_name", "messages[].timestamp_ms")
                || EncryptedThread.isThread(head)
                || (isNamed(head) && (isPage(head) || head.jsonPaths().isEmpty()));
    }

    @Override
    public boolean recognizes(FileHead head) {
        return isThread(head);
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
        return head.text().stripLeading().startsWith("<");
    }

    private static boolean isNamed(FileHead head) {
        String name = head.path().substring(head.path().lastIndexOf('/') + 1);
        return MetaChannel.FILE_NAME.matcher(name).matches();
    }
}
