package io.multichat.formats.discord;

import io.multichat.formats.ChatFile;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import java.io.IOException;

/** Channels exported by DiscordChatExporter. */
public final class DiscordFormat implements FileFormat {
    static final String PLATFORM = "discord";

    @Override
    public String name() {
        return PLATFORM;
    }

    @Override
    public boolean recognizes(FileHead head) {
        return head.hasPaths("guild", "channel.id")
                || head.hasPaths("channel.id", "messages[].author.id", "messages[].timestamp")
                || CsvExport.recognizes(head)
                || TextExport.recognizes(head);
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        FileHead head = FileHead.of(file.path(), file.head());
        if (CsvExport.recognizes(head)) {
            new CsvExport(file, events).read();
        } else if (TextExport.recognizes(head)) {
            new TextExport(file, events).read();
        } else {
            new JsonExport(file, events).read();
        }
    }
}
