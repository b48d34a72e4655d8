package io.multichat.benchmarks.round;

import io.multichat.benchmarks.child.ParentProcess;
import io.multichat.benchmarks.cluster.TopicReader;
import io.multichat.benchmarks.competitor.Assignment;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Main method of a process that reads the changelogs of an application and discards them. Takes the {@link Assignment}
 * of the application.
 */
public final class ChangelogReadMain {
    /** Announces a {@link ChangelogRead}. */
    public static final String READ = "read";

    private long records;
    private long first;
    private long last;

    private ChangelogReadMain() {}

    public static void main(String[] args) {
        new ChangelogReadMain().run(ParentProcess.read(args[0], Assignment.class));
    }

    private void run(Assignment assignment) {
        new TopicReader(assignment.kafka()).read(changelogs(assignment), record -> count());
        new ParentProcess().say(READ, new ChangelogRead(records, last - first));
    }

    private void count() {
        last = System.nanoTime();
        first = records == 0 ? last : first;
        records++;
    }

    private static List<TopicPartition> changelogs(Assignment assignment) {
        try (Admin admin = assignment.kafka().admin()) {
            Set<String> names = assignment.kafka().answer(admin.listTopics().names());
            List<String> changelogs = names.stream()
                    .filter(name -> name.startsWith(assignment.applicationId() + "-") && name.endsWith("-changelog"))
                    .toList();
            return assignment.kafka().answer(admin.describeTopics(changelogs).allTopicNames()).values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .toList();
        }
    }
}
