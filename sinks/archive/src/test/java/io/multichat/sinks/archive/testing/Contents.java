package io.multichat.sinks.archive.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.multichat.sinks.archive.chain.ChainFolder;
import io.multichat.sinks.archive.chain.ChainReader;
import io.multichat.sinks.archive.files.ArchiveKind;
import io.multichat.sinks.archive.files.ArchiveLayout;
import io.multichat.sinks.archive.segment.Segment;
import io.multichat.sinks.archive.segment.TranscriptLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** Compares an archive with the topics that it was written from. */
public final class Contents {
    private Contents() {}

    /** Every record of the topics is one line of the archive, and there are no other lines. */
    public static void areExactlyTheTopics(TestArchive archive) throws IOException {
        for (TopicPartition source : archive.topics.keySet()) {
            long end = nextOffset(archive, source);
            assertThat(archive.topics.get(source)).allMatch(record -> record.originalKafkaOffset() < end);
        }
        areTheTopicsUpToTheChains(archive);
    }

    /** The same for the records up to the ends of the chains. */
    public static void areTheTopicsUpToTheChains(TestArchive archive) throws IOException {
        List<String> expected = new ArrayList<>();
        for (Map.Entry<TopicPartition, List<SinkRecord>> topic : archive.topics.entrySet()) {
            long end = nextOffset(archive, topic.getKey());
            topic.getValue().stream()
                    .filter(record -> record.originalKafkaOffset() < end)
                    .forEach(record -> expected.add(line(record)));
        }
        List<String> actual = new ArrayList<>();
        for (ArchiveKind kind : ArchiveKind.values()) {
            for (Segment segment : archive.segments(kind)) {
                archive.reader().forEachLine(segment, line -> actual.add(event(kind, line)));
            }
        }
        assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Manifests name every visible file, and no unfinished file is left. */
    public static void haveNoOrphans(TestArchive archive) throws IOException {
        TreeSet<String> named = new TreeSet<>();
        for (ArchiveKind kind : ArchiveKind.values()) {
            archive.segments(kind).forEach(segment -> named.add(segment.file().path()));
        }
        assertThat(archive.visibleFiles()).isEqualTo(named);
        assertThat(unfinished(archive)).isEmpty();
    }

    /** All files in the hidden folders of unfinished work. */
    public static List<Path> unfinished(TestArchive archive) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of(".pending", ".compacting")) {
            if (Files.exists(archive.root.resolve(folder))) {
                try (Stream<Path> paths = Files.walk(archive.root.resolve(folder))) {
                    paths.filter(file -> Files.isRegularFile(file) && !file.endsWith("lock"))
                            .forEach(files::add);
                }
            }
        }
        return files;
    }

    /** The next offset after a partition's chain. */
    public static long nextOffset(TestArchive archive, TopicPartition source) throws IOException {
        ChainFolder folder = new ChainFolder(new ArchiveLayout(archive.root).manifests(source));
        return ChainReader.read(folder, Optional.empty())
                .map(chain -> chain.head().nextOffset())
                .orElse(0L);
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
