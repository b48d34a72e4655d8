package io.multichat.formats.meta;

import io.multichat.formats.ChatFormat;
import io.multichat.formats.ChatReader;
import io.multichat.formats.ChatSource;
import io.multichat.formats.FileHead;
import io.multichat.formats.ReadOptions;
import java.io.IOException;

/**
 * Threads of Messenger. Threads of Instagram have the same shape; without a sign of Instagram, a thread is taken for one of
 * Messenger.
 */
public final class MessengerFormat implements ChatFormat {
    private final MetaFiles files = new MetaFiles("messenger");

    @Override
    public String name() {
        return files.name();
    }

    @Override
    public boolean recognizes(FileHead head) {
        return MetaFiles.isThread(head) && !InstagramFormat.isLikely(head);
    }

    @Override
    public boolean readsTwice() {
        return files.readsTwice();
    }

    @Override
    public ChatReader open(ChatSource source, ReadOptions options) throws IOException {
        return files.open(source, options);
    }
}
