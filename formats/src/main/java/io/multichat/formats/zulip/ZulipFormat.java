package io.multichat.formats.zulip;

import io.multichat.formats.ChatFile;
import io.multichat.formats.ChatFormat;
import io.multichat.formats.ChatReader;
import io.multichat.formats.ChatSource;
import io.multichat.formats.FileHead;
import io.multichat.formats.ReadOptions;
import java.io.IOException;

/** The data export of Zulip as a folder, or a file of messages alone. */
public final class ZulipFormat implements ChatFormat {
    static final String NAME = "zulip";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(FileHead head) {
        return ZulipFiles.hasMessages(head);
    }

    @Override
    public ChatReader open(ChatSource source, ReadOptions options) throws IOException {
        ZulipNames names = new ZulipNames();
        for (ChatFile file : source.files()) {
            if (file.name().equals(ZulipNames.FILE)) {
                readNames(names, file);
            }
        }
        return new ZulipFiles(names).open(source, options);
    }

    /** The reader reads a damaged file once more, to report it. */
    private static void readNames(ZulipNames names, ChatFile file) {
        try {
            names.read(file);
        } catch (IOException e) {
            names.incomplete();
        }
    }
}
