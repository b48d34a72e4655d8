package io.multichat.server.export;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.multichat.events.SessionId;
import io.multichat.events.SessionSnapshot;
import io.multichat.server.progress.ReadDemand;
import io.multichat.server.reply.Problems;
import io.multichat.server.request.Parameters;
import io.multichat.server.tiers.Answer;
import io.multichat.server.tiers.PatientTiers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A session as a file. */
public final class SessionExportResource {
    public static final List<String> PARAMETERS = List.of("format");

    private final PatientTiers tiers;

    public SessionExportResource(PatientTiers tiers) {
        this.tiers = tiers;
    }

    /**
     * {@code GET /v1/sessions/{id}/export?format=html|markdown|jsonl|csv}: the session with all its messages. It is written to a temporary
     * file first, so that a failure on the way is an answer of its own and never a file that ends early. HEAD reads no messages.
     */
    public void export(Context context, Parameters parameters) {
        SessionId id = parameters.sessionId();
        SessionFormat format = parameters
                .text("format")
                .map(name -> Parameters.parsed("format", name, SessionFormat::parse))
                .orElseThrow(() -> new IllegalArgumentException("format is missing"));
        Optional<Answer<SessionSnapshot>> session =
                tiers.ask(ReadDemand.NONE, able -> able.sessions().session(id));
        if (session.isEmpty()) {
            Problems.send(context, HttpStatus.NOT_FOUND, "no session " + id);
            return;
        }
        SessionSnapshot snapshot = session.get().value();
        if (snapshot.counts().messages() > format.mostMessages()) {
            Problems.send(
                    context,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "the session has " + snapshot.counts().messages() + " messages, and a download as "
                            + format.format().name() + " has at most " + format.mostMessages()
                            + "; multichat export writes sessions of any size");
            return;
        }
        try {
            send(context, snapshot, format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(Context context, SessionSnapshot session, SessionFormat format) throws IOException {
        if (context.method() == HandlerType.HEAD) {
            describe(context, session, format);
            return;
        }
        Path file = Files.createTempFile("multichat-session", "." + format.extension());
        try {
            new SessionFile(tiers, session, format.format()).write(file);
            // Deleted when it is closed, which Javalin does after sending it.
            InputStream content = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            describe(context, session, format);
            context.result(content);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void describe(Context context, SessionSnapshot session, SessionFormat format) {
        context.contentType(format.contentType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + session.sessionId() + "." + format.extension() + "\"");
    }
}
