package io.multichat.app.run;

import io.multichat.app.settings.DeploymentSettings;
import io.multichat.app.settings.Settings;
import io.multichat.jobs.client.KafkaAccess;
import io.multichat.jobs.topics.TopicReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prepares the topics before anything reads or writes them. */
final class TopicsAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(TopicsAtStart.class);

    private TopicsAtStart() {}

    /** Creates missing topics, warns of settings that lose records, and throws when the topics are unusable. */
    static void ensure(KafkaAccess kafka, Settings settings) {
        TopicReport report = DeploymentSettings.topics(kafka, settings).run();
        report.warnings().forEach(LOG::warn);
        report.requireUsable();
    }
}
