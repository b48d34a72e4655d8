package io.multichat.formats.discord;

import io.multichat.formats.write.ExportFormat;
import io.multichat.formats.write.FileLayout;
import io.multichat.formats.write.FileStart;
import io.multichat.formats.write.SessionWriter;
import java.io.OutputStream;

/** The JSON of DiscordChatExporter: a file for each channel and each thread. */
public final class ChannelExport implements ExportFormat {
    @Override
    public String name() {
        return DiscordFormat.PLATFORM;
    }

    @Override
    public FileLayout layout() {
        return new FileLayout(FileLayout.Order.SESSIONS, "{platform}/{conversation}", "json", FileLayout.Kind.FIXED, 0);
    }

    @Override
    public SessionWriter open(OutputStream output, FileStart start) {
        return new ChannelWriter(output);
    }
}
