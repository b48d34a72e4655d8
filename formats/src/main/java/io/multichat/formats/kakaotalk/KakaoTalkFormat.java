package io.multichat.formats.kakaotalk;

import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.found.LineMessages;
import io.multichat.formats.text.CsvRows;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A chat of KakaoTalk. */
public final class KakaoTalkFormat implements FileFormat {
    static final String NAME = "kakaotalk";

    private static final Pattern TITLE = Pattern.compile("KakaoTalk Chats with .+|.+ 카카오톡 대화\\s*");
    private static final List<String> HEADER = List.of("Date", "User", "Message");
    private static final String HEADER_LINE = String.join(",", HEADER);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognizes(FileHead head) {
        return head.lines().stream()
                .findFirst()
                .filter(line -> TITLE.matcher(line).matches() || isCsv(line))
                .isPresent();
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        KakaoMessages messages = new KakaoMessages(file, events);
        if (isCsv(FileHead.of(file.path(), file.head()).lines().stream()
                .findFirst()
                .orElse(""))) {
            readCsv(file, events, messages);
        } else {
            LineMessages.read(file, events, new KakaoText(messages)::read);
        }
    }

    private static void readCsv(ChatFile file, FoundEvents events, KakaoMessages messages) throws IOException {
        try (CsvRows rows = new CsvRows(file.open())) {
            for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                CsvRows.Row current = row.get();
                EventPlace place = EventPlace.line(current.line());
                if (current.line() > 1) {
                    events.at(place, () -> messages.row(place, current.fields()));
                }
            }
        }
    }

    private static boolean isCsv(String firstLine) {
        return firstLine.strip().equals(HEADER_LINE);
    }
}
