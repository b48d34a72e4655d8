package io.multichat.app.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.spi.FilterReply;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.StaleBrokerEpochException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.RequestHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The filter as the shipped logging configuration installs it. */
class RepeatedRequestFilterTest {
    private static final String LOGGER = "kafka.server.ControllerApis";
    private static final String CONTROLLER = "org.apache.kafka.controller.ReplicationControlManager";
    private static final Throwable NOT_CONTROLLER =
            new CompletionException(new NotControllerException("No controller appears to be active."));

    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void configure() throws JoranException {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(RepeatedRequestFilterTest.class.getResource("/logback.xml"));
    }

    @Test
    void dropsARegistrationThatIsRefusedBeforeTheControllerIsActive() {
        assertThat(reply(LOGGER, ApiKeys.CONTROLLER_REGISTRATION, NOT_CONTROLLER))
                .isEqualTo(FilterReply.DENY);
        assertThat(reply(LOGGER, ApiKeys.CONTROLLER_REGISTRATION, NOT_CONTROLLER.getCause()))
                .isEqualTo(FilterReply.DENY);
    }

    @Test
    void dropsAHeartbeatThatWaitedTooLong() {
        String late = "[QuorumController id=1] processExpiredBrokerHeartbeat: controller event queue overloaded. "
                + "Timed out heartbeat from broker 1.";

        assertThat(reply(CONTROLLER, late, null)).isEqualTo(FilterReply.DENY);
        assertThat(reply(LOGGER, late, null)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(reply(CONTROLLER, "[QuorumController id=1] Fencing broker 1.", null))
                .isEqualTo(FilterReply.NEUTRAL);
    }

    @Test
    void dropsRecordsThatArrivedBeforeTheFirstOneOfTheirProducer() {
        String append = "[ReplicaManager broker=1] Error processing append operation on partition chat-transcript-0";
        Exception overtaken = new OutOfOrderSequenceException("Invalid sequence number for producer 1 at offset 9 in"
                + " partition chat-transcript-0: 5 (incoming seq. number). Expected sequence 0 for transactions v2"
                + " idempotent producer with no existing state.");
        Exception lost = new OutOfOrderSequenceException("Out of order sequence number for producer 1 at offset 9 in"
                + " partition chat-transcript-0: 9 (incoming seq. number), 5 (current end sequence number)");

        assertThat(reply("kafka.server.ReplicaManager", append, overtaken)).isEqualTo(FilterReply.DENY);
        assertThat(reply("kafka.server.ReplicaManager", append, lost)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(reply(LOGGER, append, overtaken)).isEqualTo(FilterReply.NEUTRAL);
    }

    @Test
    void dropsAQuestionForVersionsWhileTheControllerStops() {
        Exception stopped =
                new NullPointerException("Cannot invoke \"kafka.server.FeaturesPublisher.features()\" because"
                        + " the return value of \"kafka.server.ControllerServer.featuresPublisher()\" is null");

        assertThat(reply(LOGGER, ApiKeys.API_VERSIONS, stopped)).isEqualTo(FilterReply.DENY);
        assertThat(reply(LOGGER, ApiKeys.CREATE_TOPICS, stopped)).isEqualTo(FilterReply.NEUTRAL);
        assertThat(reply(LOGGER, ApiKeys.API_VERSIONS, new NullPointerException("another")))
                .isEqualTo(FilterReply.NEUTRAL);
    }

    @Test
    void keepsOtherRequests() {
        assertThat(reply(LOGGER, ApiKeys.CREATE_TOPICS, NOT_CONTROLLER)).isEqualTo(FilterReply.NEUTRAL);
    }

    @Test
    void keepsOtherErrorsOfARegistration() {
        assertThat(reply(LOGGER, ApiKeys.CONTROLLER_REGISTRATION, new StaleBrokerEpochException("stale")))
                .isEqualTo(FilterReply.NEUTRAL);
        assertThat(reply(LOGGER, ApiKeys.CONTROLLER_REGISTRATION, null)).isEqualTo(FilterReply.NEUTRAL);
    }

    @Test
    void keepsOtherLoggers() {
        assertThat(reply("kafka.server.KafkaApis", ApiKeys.CONTROLLER_REGISTRATION, NOT_CONTROLLER))
                .isEqualTo(FilterReply.NEUTRAL);
    }

    private FilterReply reply(String logger, ApiKeys request, Throwable thrown) {
        String message = "[ControllerApis nodeId=1] Unexpected error handling request "
                + new RequestHeader(request, (short) 0, "1", 0) + " -- the request with context the context";
        return reply(logger, message, thrown);
    }

    private FilterReply reply(String logger, String message, Throwable thrown) {
        ILoggingEvent event = new LoggingEvent(
                Logger.class.getName(), context.getLogger(logger), Level.ERROR, message, thrown, new Object[0]);
        return context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stderr").getFilterChainDecision(event);
    }
}
