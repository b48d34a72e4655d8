package io.multichat.app.embedded.broker;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.apache.kafka.common.errors.NotControllerException;

/**
 * A logging filter that drops two errors of the embedded broker. Both are about requests that Kafka repeats until they succeed, so
 * nothing is lost:
 *
 * <ul>
 *   <li>The controller has refused its own registration, because it was not active yet.
 *   <li>A heartbeat has waited too long in the queue of the controller, because the machine is busy. If too many are lost, the
 *       controller fences the broker and reports that.
 * </ul>
 *
 * <p>Other requests that are refused for the first reason and other errors of the same loggers pass.
 */
public final class RepeatedRequestFilter extends Filter<ILoggingEvent> {
    private static final String REQUESTS = "kafka.server.ControllerApis";
    private static final String REGISTRATION =
            "Unexpected error handling request RequestHeader(apiKey=CONTROLLER_REGISTRATION,";
    private static final String CONTROLLER = "org.apache.kafka.controller.ReplicationControlManager";
    private static final String HEARTBEAT = "processExpiredBrokerHeartbeat: controller event queue overloaded.";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return isEarlyRegistration(event) || isLateHeartbeat(event) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private static boolean isEarlyRegistration(ILoggingEvent event) {
        return event.getLoggerName().equals(REQUESTS)
                && event.getFormattedMessage().contains(REGISTRATION)
                && isNotController(event.getThrowableProxy());
    }

    private static boolean isLateHeartbeat(ILoggingEvent event) {
        return event.getLoggerName().equals(CONTROLLER)
                && event.getFormattedMessage().contains(HEARTBEAT);
    }

    /** The exception may be wrapped, because the request is answered by a future. */
    private static boolean isNotController(IThrowableProxy thrown) {
        for (IThrowableProxy cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause.getClassName().equals(NotControllerException.class.getName())) {
                return true;
            }
        }
        return false;
    }
}
