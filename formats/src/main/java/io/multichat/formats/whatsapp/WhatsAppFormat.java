package io.multichat.formats.whatsapp;

import io.multichat.events.Conversation;
import io.multichat.formats.ChatFile;
import io.multichat.formats.DateOrder;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.text.TextLines;
import java.io.IOException;
import java.util.Optional;

/** Chats exported by WhatsApp. */
public final class WhatsAppFormat implements FileFormat {
    private static final int LINES_FOR_RECOGNITION = 20;

    @Override
    public String name() {
        return Chat.PLATFORM;
    }

    /** True when the first line that is not blank begins a message. */
    @Override
    public boolean recognizes(FileHead head) {
        return head.lines().stream()
                .filter(line -> !line.isBlank())
                .limit(LINES_FOR_RECOGNITION)
                .findFirst()
                .filter(Header::isWhatsApp)
                .isPresent();
    }

    @Override
    public boolean readsTwice() {
        return true;
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        Optional<String> channel = events.options().channel().or(() -> ChatName.of(file.path()));
        if (channel.isEmpty()) {
            events.refused(EventPlace.whole("standard input"), "the chat has no name; give it with --channel");
            return;
        }
        if (events.options().channel().isEmpty()) {
            events.assumed("Chats are named after their files; --channel says otherwise.");
        }
        Conversation conversation =
                Conversation.of(Chat.PLATFORM, events.options().inWorkspace(channel.get()));
        Chat chat = new Chat(events, conversation, dateOrder(file, events));
        try (TextLines lines = new TextLines(file.open())) {
            for (Optional<TextLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                chat.read(line.get());
            }
        }
        chat.end();
    }

    private static DateOrder dateOrder(ChatFile file, FoundEvents events) throws IOException {
        if (events.options().dateOrder().isPresent()) {
            return events.options().dateOrder().get();
        }
        DateScan scan = new DateScan();
        try (TextLines lines = new TextLines(file.open())) {
            for (Optional<TextLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                Header.of(line.get().text()).ifPresent(scan::add);
            }
        }
        DateScan.Result result = scan.result();
        if (result.openDates() && !result.certain()) {
            events.assumed("Dates are read as " + words(result.order())
                    + ", though another order is possible for all of them; --date-order says otherwise.");
        }
        return result.order();
    }

    private static String words(DateOrder order) {
        return switch (order) {
            case DMY -> "day, month, year";
            case MDY -> "month, day, year";
            case YMD -> "year, month, day";
        };
    }
}
