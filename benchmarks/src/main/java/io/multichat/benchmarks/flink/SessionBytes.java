package io.multichat.benchmarks.flink;

import io.multichat.benchmarks.flink.Session.Announced;
import io.multichat.events.MessagePosition;
import io.multichat.events.RoleCounts;
import io.multichat.events.SessionId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The binary forms of a session and of a conversation, which make up the job's state. */
final class SessionBytes {
    private static final int NUMBERS = 512;

    private SessionBytes() {}

    static byte[] encode(Session session) {
        ByteBuffer out = buffer(session);
        write(out, session);
        return written(out);
    }

    static Session decodeSession(byte[] bytes) {
        return read(ByteBuffer.wrap(bytes));
    }

    static byte[] encode(ConversationState state) {
        ByteBuffer out = state.newest().map(SessionBytes::buffer).orElseGet(() -> ByteBuffer.allocate(NUMBERS));
        out.putLong(state.accepted()).putLong(state.arrivedAt()).putLong(state.closeTimerAt());
        out.put((byte) ((state.pastPending() ? 1 : 0) | (state.newest().isPresent() ? 2 : 0)));
        state.newest().ifPresent(newest -> write(out, newest));
        return written(out);
    }

    static ConversationState decodeConversation(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long accepted = in.getLong();
        long arrivedAt = in.getLong();
        long closeTimerAt = in.getLong();
        int flags = in.get();
        Optional<Session> newest = (flags & 2) == 0 ? Optional.empty() : Optional.of(read(in));
        return new ConversationState(newest, accepted, arrivedAt, closeTimerAt, (flags & 1) != 0);
    }

    private static ByteBuffer buffer(Session session) {
        // A char takes at most three bytes of UTF-8.
        int texts = 3
                * (session.first().messageId().length()
                        + session.last().messageId().length());
        return ByteBuffer.allocate(NUMBERS + texts + session.counts().senders().bytes().length);
    }

    private static byte[] written(ByteBuffer out) {
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private static void write(ByteBuffer out, Session session) {
        Counts counts = session.counts();
        Announced announced = session.announced();
        out.put((byte) ((session.open() ? 1 : 0) | (announced.pending() ? 2 : 0)));
        long[] numbers = {
            session.id().high(),
            session.id().low(),
            session.first().sentAt(),
            session.first().order(),
            session.last().sentAt(),
            session.last().order(),
            counts.messages(),
            counts.textBytes(),
            counts.roles().user(),
            counts.roles().assistant(),
            counts.roles().system(),
            counts.roles().tool(),
            counts.roles().bot(),
            announced.version(),
            announced.at()
        };
        for (long number : numbers) {
            out.putLong(number);
        }
        Packed.put(out, session.first().messageId().getBytes(StandardCharsets.UTF_8));
        Packed.put(out, session.last().messageId().getBytes(StandardCharsets.UTF_8));
        Packed.put(out, counts.senders().bytes());
    }

    private static Session read(ByteBuffer in) {
        int flags = in.get();
        SessionId id = new SessionId(in.getLong(), in.getLong());
        long firstAt = in.getLong();
        long firstOrder = in.getLong();
        long lastAt = in.getLong();
        long lastOrder = in.getLong();
        long messages = in.getLong();
        long textBytes = in.getLong();
        RoleCounts roles = new RoleCounts(in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong());
        Announced announced = new Announced(in.getLong(), in.getLong(), (flags & 2) != 0);
        MessagePosition first = new MessagePosition(firstAt, firstOrder, Packed.text(in));
        MessagePosition last = new MessagePosition(lastAt, lastOrder, Packed.text(in));
        Counts counts = new Counts(messages, textBytes, roles, new SenderSet(Packed.bytes(in)));
        return new Session(id, first, last, counts, (flags & 1) != 0, announced);
    }
}
