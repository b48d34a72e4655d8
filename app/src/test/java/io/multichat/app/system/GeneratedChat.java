package io.multichat.app.system;

import io.multichat.events.ChatEvent;
import io.multichat.events.Conversation;
import io.multichat.events.Sender;
import io.multichat.events.codec.EventEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Chat over several years and conversations, with many messages at the same time, silences of exactly the session gap, and
 * difficult texts. Computes the expected sessions by sorting.
 *
 * @param events in the order of publication, which is not that of their times
 */
record GeneratedChat(List<ChatEvent> events) {
    private static final Instant BEGIN = Instant.parse("2009-03-01T10:00:00Z");
    private static final Duration GAP = Duration.ofMinutes(30);
    private static final List<Conversation> CONVERSATIONS = List.of(
            Conversation.of("irc", "#lounge"),
            Conversation.of("slack", "général/équipe"),
            Conversation.of("discord", "1234", "thread 'x'; DROP TABLE messages"),
            Conversation.of("web", "../../etc/passwd"),
            Conversation.of("twitch", "ダンス"),
            Conversation.of("agents", "a\u0000b"));
    private static final List<String> TEXTS = List.of(
            "hello",
            "",
            "line one\nline two\r\n\"quoted\" \\ back",
            "👩‍👩‍👧‍👦 日本語 สวัสดี مرحبا",
            "'; DELETE FROM sessions; --",
            "\u0000\u0007\u001b[31mred\u001b[0m");

    /** A session in a form common to all stores. */
    record Session(String conversation, long startedAt, long lastMessageAt, long messages) {}

    static GeneratedChat of(long seed, int messages) {
        Random random = new Random(seed);
        List<ChatEvent> events = new ArrayList<>(messages);
        Map<Conversation, Instant> clocks = new TreeMap<>((a, b) -> a.key().compareTo(b.key()));
        for (int i = 0; i < messages; i++) {
            Conversation conversation = CONVERSATIONS.get(random.nextInt(CONVERSATIONS.size()));
            Instant at = clocks.getOrDefault(conversation, BEGIN).plus(step(random));
            clocks.put(conversation, at);
            events.add(ChatEvent.message(
                    conversation,
                    "m/" + i + (i % 7 == 0 ? " 'é\"" : ""),
                    Sender.user("user " + random.nextInt(40)),
                    at,
                    TEXTS.get(random.nextInt(TEXTS.size()))));
        }
        Collections.shuffle(events, random);
        return new GeneratedChat(events);
    }

    /** One event per line, as {@code import} reads it. */
    List<String> lines() {
        EventEncoder encoder = new EventEncoder();
        return events.stream()
                .map(event -> new String(encoder.encode(event), StandardCharsets.UTF_8))
                .toList();
    }

    /** Every message once, as conversation key, a space and message id. */
    List<String> messages() {
        return events.stream()
                .map(event ->
                        event.conversation().key() + " " + event.messageId().orElseThrow())
                .sorted()
                .toList();
    }

    /** The sessions with the default gap, sorted. */
    List<Session> sessions() {
        return events.stream()
                .collect(Collectors.groupingBy(event -> event.conversation().key(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> sessions(entry.getKey(), entry.getValue()))
                .flatMap(Collection::stream)
                .toList();
    }

    private static List<Session> sessions(String conversation, List<ChatEvent> events) {
        long[] times = events.stream().mapToLong(ChatEvent::at).sorted().toArray();
        List<Session> sessions = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= times.length; i++) {
            if (i == times.length || times[i] - times[i - 1] > GAP.toMillis()) {
                sessions.add(new Session(conversation, times[start], times[i - 1], i - start));
                start = i;
            }
        }
        return sessions;
    }

    private static Duration step(Random random) {
        int kind = random.nextInt(100);
        if (kind < 60) {
            return Duration.ZERO;
        }
        if (kind < 90) {
            return Duration.ofSeconds(random.nextInt(900));
        }
        if (kind < 94) {
            return GAP;
        }
        return kind < 97 ? GAP.plusMillis(1) : Duration.ofDays(random.nextInt(60));
    }
}
