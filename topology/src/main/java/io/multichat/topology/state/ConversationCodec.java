package io.multichat.topology.state;

import io.multichat.topology.state.layers.StateBytes;
import io.multichat.topology.state.layers.Varint;
import java.util.Optional;

/** The binary format of conversation states: the other components in their order, then the newest session, if any. */
final class ConversationCodec {
    private ConversationCodec() {}

    static byte[] encode(ConversationState state) {
        return StateBytes.write(out -> {
            Varint.write(out, state.accepted());
            Varint.write(out, state.lastArrivalAt());
            Varint.write(out, state.closeTimerAt());
            Varint.write(out, state.announceTimerAt());
            Varint.write(out, state.lastBoundary());
            Varint.write(out, state.erasedUntil());
            if (state.newest().isPresent()) {
                SessionCodec.write(out, state.newest().get());
            }
        });
    }

    static ConversationState decode(byte[] bytes) {
        return StateBytes.read(bytes, in -> {
            long accepted = Varint.read(in);
            long lastArrivalAt = Varint.read(in);
            long closeTimerAt = Varint.read(in);
            long announceTimerAt = Varint.read(in);
            long lastBoundary = Varint.read(in);
            long erasedUntil = Varint.read(in);
            Optional<Session> newest =
                    in.available() > 0 ? Optional.of(SessionCodec.readSession(in)) : Optional.empty();
            return new ConversationState(
                    newest, accepted, lastArrivalAt, closeTimerAt, announceTimerAt, lastBoundary, erasedUntil);
        });
    }
}
