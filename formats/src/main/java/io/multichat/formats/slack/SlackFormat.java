package io.multichat.formats.slack;

import io.multichat.formats.ChatFormat;
import io.multichat.formats.ChatReader;
import io.multichat.formats.ChatSource;
import io.multichat.formats.FileHead;
import io.multichat.formats.ReadOptions;

/** Exports of Slack. */
public final class SlackFormat implements ChatFormat {
    @Override
    public String name() {
        return "slack";
    }

    /** True for a day file, a channel or a database of slackdump, and a single message. */
    @Override
    public boolean recognizes(FileHead head) {
        return isMessage(head, "[].")
                || isMessage(head, "messages[].")
                || isMessage(head, "")
                || SlackFile.isDatabase(head);
    }

    @Override
    public ChatReader open(ChatSource source, ReadOptions options) {
        return new SlackExport(source, options);
    }

    private static boolean isMessage(FileHead head, String path) {
        boolean said = head.hasPaths(path + "text") || head.hasPaths(path + "blocks") || head.hasPaths(path + "files");
        boolean by = head.hasPaths(path + "user") || head.hasPaths(path + "bot_id") || head.hasPaths(path + "subtype");
        return head.hasPaths(path + "ts") && said && by;
    }
}
