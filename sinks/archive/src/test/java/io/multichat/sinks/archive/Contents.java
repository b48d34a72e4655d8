package io.multichat.sinks.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** Compares an archive with the topics that it is made of. */
final class Contents {
    private Contents() {}

    /** Every record of the topics is one line of the archive, and there is no other line. */
    static void areExactlyTheTopics(TestArchive archive) throws IOException {
        List<String> expected = new ArrayList<>();
        for (List<SinkRecord> topic : archive.topics.values()) {
            topic.forEach(record -> expected.add(line(record)));
        }
        List<String> actual = new ArrayList<>();
        for (ArchiveKind kind : ArchiveKind.values()) {
            for (Segment segment : archive.segments(kind)) {
                archive.reader().forEachLine(segment, line -> actual.add(event(kind, line)));
            }
        }
        assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Nothing is visible that no manifest names, and nothing unfinished is left. */
    static void haveNoOrphans(TestArchive archive) throws IOException {
        TreeSet<String> named = new TreeSet<>();
        for (ArchiveKind kind : ArchiveKind.values()) {
            archive.segments(kind).forEach(segment -> named.add(segment.file().path()));
        }
        assertThat(archive.visibleFiles()).isEqualTo(named);
        assertThat(unfinished(archive)).isEmpty();
    }

    /** All files under the hidden folder of unfinished work. */
    static List<Path> unfinished(TestArchive archive) throws IOException {
        Path pending = archive.root.resolve(".pending");
        if (!Files.exists(pending)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(pending)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    /** The next offsets that a partition's chain promises. */
    static long nextOffset(TestArchive archive, TopicPartition source) throws IOException {
        return new ManifestChain(
                        source, ArchiveKind.TRANSCRIPT, ArchiveStorage.of(ArchiveSettings.of(archive.settings)))
                .head()
                .nextOffset();
    }

    private static String line(SinkRecord record) {
        return new String((byte[]) record.value(), StandardCharsets.UTF_8)
                .replace('\n', ' ')
                .replace('\r', ' ');
    }

    private static String event(ArchiveKind kind, byte[] line) {
        byte[] json =
                kind == ArchiveKind.TRANSCRIPT ? TranscriptLine.decode(line).event() : line;
        return new String(json, StandardCharsets.UTF_8);
    }
}
