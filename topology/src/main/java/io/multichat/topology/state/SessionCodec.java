package io.multichat.topology.state;

import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot.Participants;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.kafka.common.utils.ByteUtils;

/** Sessions as bytes: the components in their order; numbers are of variable length, the end is a difference to the start. */
final class SessionCodec {
    private static final int CLOSED = 1;
    private static final int PENDING = 2;
    private static final int APPROXIMATE = 4;

    private SessionCodec() {}

    static byte[] encode(Session session) {
        return StateBytes.write(out -> write(out, session));
    }

    static Session decodeSession(byte[] bytes) {
        return StateBytes.read(bytes, SessionCodec::readSession);
    }

    static void write(DataOutputStream out, Session session) throws IOException {
        Tally tally = session.tally();
        Announced announced = session.announced();
        out.writeLong(session.id().high());
        out.writeLong(session.id().low());
        out.writeByte((session.closed() ? CLOSED : 0)
                | (announced.pending() ? PENDING : 0)
                | (tally.participants().approximate() ? APPROXIMATE : 0));
        write(out, session.first(), 0);
        write(out, session.last(), session.startedAt());
        long[] numbers = {
            tally.messages(),
            tally.edits(),
            tally.deletes(),
            tally.textBytes(),
            tally.participants().count(),
            announced.version(),
            announced.at()
        };
        for (long number : numbers) {
            ByteUtils.writeVarlong(number, out);
        }
    }

    private static void write(DataOutputStream out, Edge edge, long since) throws IOException {
        ByteUtils.writeVarlong(edge.sentAt() - since, out);
        ByteUtils.writeVarlong(edge.order(), out);
        out.writeUTF(edge.messageId());
    }

    static Session readSession(DataInputStream in) throws IOException {
        SessionId id = new SessionId(in.readLong(), in.readLong());
        int flags = in.readByte();
        Edge first = readEdge(in, 0);
        Edge last = readEdge(in, first.sentAt());
        long messages = ByteUtils.readVarlong(in);
        long edits = ByteUtils.readVarlong(in);
        long deletes = ByteUtils.readVarlong(in);
        long textBytes = ByteUtils.readVarlong(in);
        Participants participants = new Participants(ByteUtils.readVarlong(in), (flags & APPROXIMATE) != 0);
        Announced announced =
                new Announced(ByteUtils.readVarlong(in), ByteUtils.readVarlong(in), (flags & PENDING) != 0);
        Tally tally = new Tally(messages, edits, deletes, textBytes, participants);
        return new Session(id, first, last, tally, (flags & CLOSED) != 0, announced);
    }

    private static Edge readEdge(DataInputStream in, long since) throws IOException {
        return new Edge(since + ByteUtils.readVarlong(in), ByteUtils.readVarlong(in), in.readUTF());
    }
}
