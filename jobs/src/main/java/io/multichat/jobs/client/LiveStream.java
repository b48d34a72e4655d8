package io.multichat.jobs.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The live events of a server (Server-Sent Events). After a lost connection it continues with the event after the last one received.
 * For one thread.
 */
public final class LiveStream {
    private static final long RETRY_SECONDS = 2;

    private final ServerClient server;
    private final Map<String, String> query;
    private String lastEventId = "";

    /** Receives the events. */
    public interface Listener {
        /**
         * Takes an event.
         *
         * @param name its type; {@code session} for a snapshot, {@code reset} if events were missed
         * @return false to end the stream
         */
        boolean event(String name, JsonNode data);

        /** The stream begins, or continues after a lost connection. */
        void connected();

        /** The connection is lost, and is tried again in a moment. */
        void lost(String reason);
    }

    /**
     * Connects at the first call.
     *
     * @param query the conversation or the session, as in the HTTP interface; empty for all events
     */
    public LiveStream(ServerClient server, Map<String, String> query) {
        this.server = server;
        this.query = Map.copyOf(query);
    }

    /**
     * Passes events on until the listener ends the stream.
     *
     * @throws ServerException when the first connection fails, or a later one for a reason that does not pass
     */
    public void follow(Listener listener) throws InterruptedException {
        boolean begun = false;
        while (true) {
            try (InputStream stream = server.open("/v1/live", query, lastEventId);
                    SilenceWatch watch = new SilenceWatch(stream)) {
                begun = true;
                listener.connected();
                if (!read(stream, watch, listener)) {
                    return;
                }
                listener.lost("the server has ended the stream");
            } catch (ServerException e) {
                if (!begun || !e.temporary()) {
                    throw e;
                }
                listener.lost(e.getMessage());
            } catch (IOException e) {
                listener.lost("the connection to the server is lost");
            }
            TimeUnit.SECONDS.sleep(RETRY_SECONDS);
        }
    }

    /** Returns false if the listener ends the stream, true if the server does. */
    private boolean read(InputStream stream, SilenceWatch watch, Listener listener) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        String id = lastEventId;
        String name = "message";
        String data = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            watch.heard();
            if (line.startsWith("id: ")) {
                id = line.substring("id: ".length());
            } else if (line.startsWith("event: ")) {
                name = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                data = line.substring("data: ".length());
            } else if (line.isEmpty()) {
                if (data != null && !listener.event(name, json(data))) {
                    return false;
                }
                lastEventId = id;
                name = "message";
                data = null;
            }
        }
        return true;
    }

    private static JsonNode json(String data) {
        try {
            return ExactJson.read(data.getBytes(StandardCharsets.UTF_8), false);
        } catch (JsonProcessingException e) {
            throw new ServerException("the server is not Multichat: an event is not JSON", false, e);
        } catch (IOException e) {
            throw new ServerException("an event cannot be read: " + e.getMessage(), false, e);
        }
    }
}
