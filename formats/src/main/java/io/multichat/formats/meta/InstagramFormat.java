package io.multichat.formats.meta;

import io.multichat.formats.ChatFormat;
import io.multichat.formats.ChatReader;
import io.multichat.formats.ChatSource;
import io.multichat.formats.FileHead;
import io.multichat.formats.ReadOptions;
import java.io.IOException;
import java.util.Locale;

/** Threads of Instagram. */
public final class InstagramFormat implements ChatFormat {
    private final MetaFiles files = new MetaFiles("instagram");

    @Override
    public String name() {
        return files.name();
    }

    @Override
    public boolean recognizes(FileHead head) {
        return MetaFiles.isThread(head) && isLikely(head);
    }

    @Override
    public boolean readsTwice() {
        return files.readsTwice();
    }

    @Override
    public ChatReader open(ChatSource source, ReadOptions options) throws IOException {
        return files.open(source, options);
    }

    /** True when the path, a link to the group, or a link to a post says so. */
    static boolean isLikely(FileHead head) {
        return head.path().toLowerCase(Locale.ROOT).contains("instagram")
                || head.text().contains("https://ig.me/")
                || head.text().contains("https://www.instagram.com/");
    }
}
