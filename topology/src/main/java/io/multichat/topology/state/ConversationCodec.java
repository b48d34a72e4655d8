package io.multichat.topology.state;

import io.multichat.topology.state.layers.StateBytes;
import java.util.Optional;
import org.apache.kafka.common.utils.ByteUtils;

/** The binary format of conversation states: the other components in their order, then the newest session, if any. */
final class ConversationCodec {
    private ConversationCodec() {}

    static byte[] encode(ConversationState state) {
        return StateBytes.write(out -> {
            ByteUtils.writeVarlong(state.accepted(), out);
            ByteUtils.writeVarlong(state.lastArrivalAt(), out);
            ByteUtils.writeVarlong(state.closeTimerAt(), out);
            ByteUtils.writeVarlong(state.lastBoundary(), out);
            if (state.newest().isPresent()) {
                SessionCodec.write(out, state.newest().get());
            }
        });
    }

    static ConversationState decode(byte[] bytes) {
        return StateBytes.read(bytes, in -> {
            long accepted = ByteUtils.readVarlong(in);
            long lastArrivalAt = ByteUtils.readVarlong(in);
            long closeTimerAt = ByteUtils.readVarlong(in);
            long lastBoundary = ByteUtils.readVarlong(in);
            Optional<Session> newest =
                    in.available() > 0 ? Optional.of(SessionCodec.readSession(in)) : Optional.empty();
            return new ConversationState(newest, accepted, lastArrivalAt, closeTimerAt, lastBoundary);
        });
    }
}
