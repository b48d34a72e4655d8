package io.multichat.formats.telegram;

import io.multichat.formats.ChatFile;
import io.multichat.formats.EventPlace;
import io.multichat.formats.FileFormat;
import io.multichat.formats.FileHead;
import io.multichat.formats.FoundEvents;
import io.multichat.formats.RefusedException;
import io.multichat.formats.json.JsonDocument;
import io.multichat.formats.json.JsonElement;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Chats exported by Telegram Desktop. */
public final class TelegramFormat implements FileFormat {
    static final String PLATFORM = "telegram";

    /** Where chats are: at the root, in the list of chats, and in that of chats that the user has left. */
    private static final List<String> CHATS = List.of("", "chats.list[].", "left_chats.list[].");

    @Override
    public String name() {
        return PLATFORM;
    }

    @Override
    public boolean recognizes(FileHead head) {
        return head.hasPaths("about", "personal_information")
                || CHATS.stream().anyMatch(chat -> isMessage(head, chat + "messages[]."));
    }

    @Override
    public void readFile(ChatFile file, FoundEvents events) throws IOException {
        JsonDocument document = new JsonDocument();
        TelegramMessages messages = new TelegramMessages(events);
        for (String path : CHATS) {
            TelegramChat chat = new TelegramChat(file, events);
            document.on(path + "name", name -> chat.begin(name.text()))
                    .on(path + "id", id -> chat.identify(id.text()))
                    .on(path + "messages[]", message -> read(message, chat, messages, events));
        }
        document.read(file.open());
    }

    private static boolean isMessage(FileHead head, String path) {
        boolean by = head.hasPaths(path + "from") || head.hasPaths(path + "actor") || head.hasPaths(path + "from_id");
        return by && (head.hasPaths(path + "date_unixtime") || head.hasPaths(path + "date"));
    }

    private static void read(JsonElement element, TelegramChat chat, TelegramMessages messages, FoundEvents events) {
        EventPlace place = new EventPlace("message", element.number(), Optional.empty());
        events.at(
                place,
                () -> messages.read(
                        place,
                        chat.conversation(),
                        element.value().orElseThrow(() -> new RefusedException("larger than a message may be"))));
    }
}
