package io.multichat.benchmarks.job;

import io.multichat.benchmarks.job.ChatFile.Frame;
import io.multichat.benchmarks.job.ChatFile.Message;
import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.events.codec.EventEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The formats that are imported, each as its program writes it, without what most messages do not have. */
final class ChatFiles {
    static final ChatFile JSON_LINES = new ChatFile("jsonl", "chat.jsonl", Frame.LINES, ChatFiles::jsonLine);

    private static final DateTimeFormatter MINUTES = utc("d/M/yy, HH:mm");
    private static final DateTimeFormatter SECONDS = utc("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter LOCAL = utc("yyyy-MM-dd'T'HH:mm:ss");
    private static final int CLAUDE_CONVERSATION = 50;
    private static final String LIST_END = "]}\n";

    static final List<ChatFile> ALL = List.of(
            JSON_LINES,
            new ChatFile(
                    "irc",
                    "#general.weechatlog",
                    Frame.LINES,
                    message -> SECONDS.format(message.sentAt()) + "\t" + message.author() + "\t" + message.text()),
            new ChatFile(
                    "whatsapp",
                    "WhatsApp Chat with general.txt",
                    Frame.LINES,
                    message -> MINUTES.format(message.sentAt()) + " - " + message.author() + ": " + message.text()),
            new ChatFile(
                    "slack",
                    "2025-01-01.json",
                    new Frame("[", ",\n", "]\n"),
                    message -> String.format(
                            Locale.ROOT,
                            "{\"type\":\"message\",\"user\":\"%s\",\"ts\":\"%d.%06d\",\"text\":\"%s\"}",
                            message.author().toUpperCase(Locale.ROOT),
                            message.sentAt().getEpochSecond(),
                            message.number() % 1_000_000,
                            message.json())),
            new ChatFile(
                    "discord",
                    "general.json",
                    new Frame(
                            "{\"guild\":{\"id\":\"1\",\"name\":\"G\"},\"channel\":{\"id\":\"2\",\"type\":\"GuildTextChat\","
                                    + "\"name\":\"general\"},\"dateRange\":{\"after\":null,\"before\":null},\"messages\":[",
                            ",\n",
                            LIST_END),
                    message -> String.format(
                            Locale.ROOT,
                            "{\"id\":\"%d\",\"type\":\"Default\",\"timestamp\":\"%s\",\"timestampEdited\":null,\"isPinned\":false,"
                                    + "\"content\":\"%s\",\"author\":{\"id\":\"%s\",\"name\":\"%4$s\",\"isBot\":false},"
                                    + "\"attachments\":[],\"embeds\":[],\"reactions\":[],\"mentions\":[]}",
                            message.number() + 1,
                            message.sentAt(),
                            message.json(),
                            message.author())),
            new ChatFile(
                    "telegram",
                    "result.json",
                    new Frame(
                            "{\"name\":\"general\",\"type\":\"private_supergroup\",\"id\":7,\"messages\":[",
                            ",\n",
                            LIST_END),
                    message -> String.format(
                            Locale.ROOT,
                            "{\"id\":%d,\"type\":\"message\",\"date\":\"%s\",\"date_unixtime\":\"%d\",\"from\":\"%s\","
                                    + "\"from_id\":\"%4$s\",\"text\":\"%s\",\"text_entities\":[]}",
                            message.number() + 1,
                            LOCAL.format(message.sentAt()),
                            message.sentAt().getEpochSecond(),
                            message.author(),
                            message.json())),
            new ChatFile(
                    "twitch",
                    "chat.json",
                    new Frame(
                            "{\"streamer\":{\"name\":\"s\",\"id\":5},\"video\":{\"id\":\"9\",\"created_at\":\"2025-01-01T00:00:00Z\"},"
                                    + "\"comments\":[",
                            ",\n",
                            LIST_END),
                    message -> String.format(
                            Locale.ROOT,
                            "{\"_id\":\"%d\",\"created_at\":\"%s\",\"content_offset_seconds\":%1$d,\"commenter\":{\"_id\":\"%s\","
                                    + "\"display_name\":\"%3$s\",\"name\":\"%3$s\"},\"message\":{\"body\":\"%s\"}}",
                            message.number(),
                            message.sentAt(),
                            message.author(),
                            message.json())),
            new ChatFile(
                    "mattermost",
                    "export.jsonl",
                    new Frame("{\"type\":\"version\",\"version\":1}\n", "\n", "\n"),
                    message -> String.format(
                            Locale.ROOT,
                            "{\"type\":\"post\",\"post\":{\"team\":\"t\",\"channel\":\"general\",\"user\":\"%s\",\"message\":\"%s\","
                                    + "\"create_at\":%d}}",
                            message.author(),
                            message.json(),
                            message.sentAt().toEpochMilli())),
            new ChatFile(
                    "messenger",
                    "message_1.json",
                    new Frame(
                            "{\"participants\":[{\"name\":\"user1\"}],\"messages\":[",
                            ",\n",
                            "],\"title\":\"general\"," + "\"thread_path\":\"inbox/general_1\"}\n"),
                    message -> String.format(
                            Locale.ROOT,
                            "{\"sender_name\":\"%s\",\"timestamp_ms\":%d,\"content\":\"%s\",\"type\":\"Generic\"}",
                            message.author(),
                            message.sentAt().toEpochMilli(),
                            message.json())),
            new ChatFile("claude", "conversations.json", new Frame("[", "", "]}]\n"), ChatFiles::claude));

    private static final Conversation GENERAL = Conversation.of("slack", "general");
    private static final EventEncoder EVENTS = new EventEncoder();

    private ChatFiles() {}

    private static String jsonLine(Message message) {
        byte[] event = EVENTS.encode(ChatEvent.message(
                GENERAL, "m" + message.number(), Sender.user(message.author()), message.sentAt(), message.text()));
        return new String(event, StandardCharsets.UTF_8);
    }

    /** A conversation is read as a whole, so it has as few messages as people write. */
    private static String claude(Message message) {
        String before = message.number() == 0 ? "" : ",\n";
        if (message.number() % CLAUDE_CONVERSATION == 0) {
            before = (message.number() == 0 ? "" : "]},\n")
                    + String.format(
                            Locale.ROOT,
                            "{\"uuid\":\"k%d\",\"name\":\"general\",\"created_at\":\"%s\",\"chat_messages\":[",
                            message.number() / CLAUDE_CONVERSATION,
                            message.sentAt());
        }
        return before
                + String.format(
                        Locale.ROOT,
                        "{\"uuid\":\"m%d\",\"sender\":\"%s\",\"created_at\":\"%s\",\"content\":[{\"type\":\"text\",\"text\":\"%s\"}]}",
                        message.number(),
                        message.number() % 2 == 0 ? "human" : "assistant",
                        message.sentAt(),
                        message.json());
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
