package io.multichat.benchmarks.flink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/** The sessions of the current conversation: the newest in one value, past ones in a map by their start. */
final class ConversationStore {
    private final ValueState<byte[]> current;
    private final MapState<Long, byte[]> past;

    ConversationStore(RuntimeContext context) {
        current = context.getState(
                new ValueStateDescriptor<>("conversations", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        past = context.getMapState(new MapStateDescriptor<>(
                "past-sessions", Types.LONG, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    ConversationState get() throws Exception {
        byte[] bytes = current.value();
        return bytes == null ? ConversationState.EMPTY : SessionBytes.decodeConversation(bytes);
    }

    void put(ConversationState state) throws Exception {
        current.update(SessionBytes.encode(state));
    }

    /** The last past session that starts at or before an instant. */
    Optional<Session> startingUpTo(long instant) throws Exception {
        long found = Long.MIN_VALUE;
        for (long start : past.keys()) {
            found = start <= instant ? Math.max(found, start) : found;
        }
        return get(found);
    }

    /** The first past session that starts after an instant. */
    Optional<Session> startingAfter(long instant) throws Exception {
        long found = Long.MAX_VALUE;
        for (long start : past.keys()) {
            found = start > instant ? Math.min(found, start) : found;
        }
        return get(found);
    }

    List<Session> all() throws Exception {
        List<Session> all = new ArrayList<>();
        for (byte[] bytes : past.values()) {
            all.add(SessionBytes.decodeSession(bytes));
        }
        return all;
    }

    void putPast(Session session) throws Exception {
        past.put(session.startedAt(), SessionBytes.encode(session));
    }

    void removePast(Session session) throws Exception {
        past.remove(session.startedAt());
    }

    private Optional<Session> get(long start) throws Exception {
        return Optional.ofNullable(past.get(start)).map(SessionBytes::decodeSession);
    }
}
