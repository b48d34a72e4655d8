package io.multichat.app.embedded.broker;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.apache.kafka.common.errors.NotControllerException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;

/**
 * A logging filter that drops four errors of the embedded broker. All are about requests that Kafka repeats until they succeed, or that
 * nobody waits for, so nothing is lost:
 *
 * <ul>
 *   <li>The controller has refused its own registration, because it was not active yet.
 *   <li>A heartbeat has waited too long in the queue of the controller, because the machine is busy. If too many are lost, the
 *       controller fences the broker and reports that.
 *   <li>The first records of a producer in a partition were refused for a moment, and those sent behind them arrived first (the check is that
 *       of KAFKA-18202). The producer sends all of them again in order; if it cannot, it reports that itself.
 *   <li>A client asked for the controller's versions while the controller stops (KAFKA-16179).
 * </ul>
 *
 * <p>Other requests that are refused for these reasons and other errors of the same loggers pass.
 */
public final class RepeatedRequestFilter extends Filter<ILoggingEvent> {
    private static final String REQUESTS = "kafka.server.ControllerApis";
    private static final String REGISTRATION =
            "Unexpected error handling request RequestHeader(apiKey=CONTROLLER_REGISTRATION,";
    private static final String CONTROLLER = "org.apache.kafka.controller.ReplicationControlManager";
    private static final String HEARTBEAT = "processExpiredBrokerHeartbeat: controller event queue overloaded.";

    private static final String APPENDS = "kafka.server.ReplicaManager";
    private static final String EMPTY_STATE = "Expected sequence 0 for transactions v2";
    private static final String VERSIONS = "Unexpected error handling request RequestHeader(apiKey=API_VERSIONS,";
    private static final String STOPPED = "featuresPublisher()\" is null";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean isHarmless = isEarlyRegistration(event)
                || isLateHeartbeat(event)
                || isOvertakenRecord(event)
                || isAskedWhileStopping(event);
        return isHarmless ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private static boolean isEarlyRegistration(ILoggingEvent event) {
        return event.getLoggerName().equals(REQUESTS)
                && event.getFormattedMessage().contains(REGISTRATION)
                && hasCause(event, NotControllerException.class, "");
    }

    private static boolean isLateHeartbeat(ILoggingEvent event) {
        return event.getLoggerName().equals(CONTROLLER)
                && event.getFormattedMessage().contains(HEARTBEAT);
    }

    private static boolean isOvertakenRecord(ILoggingEvent event) {
        return event.getLoggerName().equals(APPENDS) && hasCause(event, OutOfOrderSequenceException.class, EMPTY_STATE);
    }

    private static boolean isAskedWhileStopping(ILoggingEvent event) {
        return event.getLoggerName().equals(REQUESTS)
                && event.getFormattedMessage().contains(VERSIONS)
                && hasCause(event, NullPointerException.class, STOPPED);
    }

    /** The exception may be wrapped, because requests are answered by futures. */
    private static boolean hasCause(ILoggingEvent event, Class<? extends Exception> type, String message) {
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            if (cause.getClassName().equals(type.getName())
                    && String.valueOf(cause.getMessage()).contains(message)) {
                return true;
            }
        }
        return false;
    }
}
