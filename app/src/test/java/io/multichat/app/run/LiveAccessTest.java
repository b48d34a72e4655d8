package io.multichat.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.app.testing.TestBroker;
import io.multichat.events.Conversation;
import io.multichat.events.EventType;
import io.multichat.events.Placement;
import io.multichat.server.http.QueryServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live events from the topics of a real broker. */
class LiveAccessTest {
    private static final Conversation ROOM = Conversation.of("slack", "general");

    @TempDir
    private Path folder;

    @Test
    void aClientReceivesNewEventsAndThoseThatItMissed() throws Exception {
        try (TestBroker broker = TestBroker.start(folder.resolve("kafka"));
                ClosingStack parts = new ClosingStack()) {
            broker.topics("partitions=2").run();
            write(broker, "before");
            LateParts late = LateParts.create(parts, TestBroker.settings());
            late.connect(broker.kafka("partitions=2"));
            QueryServer server = server(late, parts);

            String last;
            try (BufferedReader stream = open(server, "")) {
                write(broker, "first");
                last = idOfEvent(stream, "first");
            }
            write(broker, "missed");
            try (BufferedReader stream = open(server, last)) {
                assertThat(idOfEvent(stream, "missed")).isNotEqualTo(last);
            }
        }
    }

    private QueryServer server(LateParts late, ClosingStack parts) {
        Stores stores = new Stores(Map.of(), folder.resolve("sessions.db"), folder.resolve("archive"));
        return new QueryServerStart(late, new Readiness(), stores, TestBroker.settings()).start(parts, 0);
    }

    private static BufferedReader open(QueryServer server, String last) throws IOException {
        var connection = URI.create(server.uri() + "/v1/live?conversation=slack%2Fgeneral")
                .toURL()
                .openConnection();
        connection.setReadTimeout(20_000);
        connection.setRequestProperty("Last-Event-ID", last);
        return new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
    }

    /** The id of the next event, which must have this text. */
    private static String idOfEvent(BufferedReader stream, String text) throws IOException {
        String id = "";
        for (String line = stream.readLine(); line != null; line = stream.readLine()) {
            id = line.startsWith("id: ") ? line.substring(4) : id;
            if (line.startsWith("data: ")) {
                assertThat(line).contains("\"text\":\"" + text + "\"");
                return id;
            }
        }
        throw new AssertionError("the stream has ended");
    }

    private static void write(TestBroker broker, String text) throws Exception {
        Placement place = new Placement(Optional.empty(), 1_000, 0, EventType.MESSAGE_CREATED);
        Map<String, Object> config = broker.kafka().config();
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            "chat-transcript",
                            ROOM.partition(2),
                            ROOM.key().getBytes(UTF_8),
                            ("{\"text\":\"" + text + "\"}").getBytes(UTF_8),
                            List.of(new RecordHeader(Placement.HEADER, place.toBytes()))))
                    .get();
        }
    }
}
