package io.multichat.app.run;

import io.multichat.app.doctor.StartChecks;
import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.Settings;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.doctor.ReplicationCheck;
import io.multichat.jobs.doctor.RetentionCheck;
import io.multichat.jobs.topics.TopicReport;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prepares the topics before anything reads or writes them. */
final class TopicsAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(TopicsAtStart.class);

    private TopicsAtStart() {}

    /**
     * Creates missing topics and throws when the topics are unusable. Warns of settings that lose records, and of records that were lost
     * while nothing read them: a reader that has read on does not show that.
     */
    static void ensure(KafkaAccess kafka, Settings settings) {
        TopicReport report = DeploymentSettings.topics(kafka, settings).run();
        report.warnings().forEach(LOG::warn);
        report.requireUsable();
        // Topics that are new have lost nothing.
        if (report.created().isEmpty()) {
            StartChecks.log(List.of(new RetentionCheck(kafka), new ReplicationCheck(kafka)));
        } else {
            kafka.awaitLeaders(report.created());
        }
    }
}
