package io.multichat.topology.state;

import io.multichat.events.MessagePosition;
import io.multichat.events.RoleCounts;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot.Participants;
import io.multichat.events.SessionStatus;
import io.multichat.events.SessionStatus.ClosedBy;
import io.multichat.topology.state.layers.StateBytes;
import io.multichat.topology.state.layers.Varint;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** The binary format of sessions: the components in their order, with numbers of variable length and the end relative to the start. */
final class SessionCodec {
    private static final int PENDING = 1;
    private static final int APPROXIMATE = 2;

    // The bits above the flags: 0 for an open session, else 1 + the index of what closed it.
    private static final int CLOSED_BY_SHIFT = 2;
    private static final List<ClosedBy> CAUSES = List.of(ClosedBy.IDLE, ClosedBy.END, ClosedBy.BOUNDARY);

    private SessionCodec() {}

    static byte[] encode(Session session) {
        return StateBytes.write(out -> write(out, session));
    }

    static Session decodeSession(byte[] bytes) {
        return StateBytes.read(bytes, SessionCodec::readSession);
    }

    static void write(DataOutputStream out, Session session) throws IOException {
        SessionCounts counts = session.counts();
        Announced announced = session.announced();
        out.writeLong(session.id().high());
        out.writeLong(session.id().low());
        SessionStatus status = session.status();
        out.writeByte((announced.pending() ? PENDING : 0)
                | (counts.participants().approximate() ? APPROXIMATE : 0)
                | status.closedBy().map(cause -> CAUSES.indexOf(cause) + 1).orElse(0) << CLOSED_BY_SHIFT);
        write(out, session.first(), 0);
        write(out, session.last(), session.startedAt());
        if (status.closedAt().isPresent()) {
            Varint.write(out, status.closedAt().getAsLong() - session.lastMessageAt());
        }
        long[] numbers = {
            counts.messages(),
            counts.edits(),
            counts.deletes(),
            counts.textBytes(),
            counts.participants().count(),
            announced.version(),
            announced.at(),
            counts.roles().user(),
            counts.roles().assistant(),
            counts.roles().system(),
            counts.roles().tool(),
            counts.roles().bot()
        };
        for (long number : numbers) {
            Varint.write(out, number);
        }
    }

    private static void write(DataOutputStream out, MessagePosition edge, long since) throws IOException {
        Varint.write(out, edge.sentAt() - since);
        Varint.write(out, edge.order());
        out.writeUTF(edge.messageId());
    }

    static Session readSession(DataInputStream in) throws IOException {
        SessionId id = new SessionId(in.readLong(), in.readLong());
        int flags = in.readByte();
        MessagePosition first = readEdge(in, 0);
        MessagePosition last = readEdge(in, first.sentAt());
        int cause = flags >> CLOSED_BY_SHIFT;
        SessionStatus status = cause == 0
                ? SessionStatus.OPEN
                : SessionStatus.closed(last.sentAt() + Varint.read(in), CAUSES.get(cause - 1));
        long messages = Varint.read(in);
        long edits = Varint.read(in);
        long deletes = Varint.read(in);
        long textBytes = Varint.read(in);
        Participants participants = new Participants(Varint.read(in), (flags & APPROXIMATE) != 0);
        Announced announced = new Announced(Varint.read(in), Varint.read(in), (flags & PENDING) != 0);
        RoleCounts roles =
                new RoleCounts(Varint.read(in), Varint.read(in), Varint.read(in), Varint.read(in), Varint.read(in));
        SessionCounts counts = new SessionCounts(messages, edits, deletes, textBytes, participants, roles);
        return new Session(id, first, last, counts, status, announced);
    }

    private static MessagePosition readEdge(DataInputStream in, long since) throws IOException {
        return new MessagePosition(since + Varint.read(in), Varint.read(in), in.readUTF());
    }
}
