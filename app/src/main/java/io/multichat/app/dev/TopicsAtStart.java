package io.multichat.app.dev;

import io.multichat.app.client.KafkaAccess;
import io.multichat.app.topics.TopicReport;
import io.multichat.app.topics.TopicSetup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that the topics are there before anything reads or writes them. */
final class TopicsAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(TopicsAtStart.class);

    private TopicsAtStart() {}

    /** Creates what is missing, warns of settings under which records vanish, and throws when it is impossible to run. */
    static void ensure(KafkaAccess kafka) {
        TopicReport report = new TopicSetup(kafka).run();
        report.warnings().forEach(LOG::warn);
        report.requireUsable();
    }
}
