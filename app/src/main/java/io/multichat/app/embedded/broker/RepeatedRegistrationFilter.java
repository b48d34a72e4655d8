package io.multichat.app.embedded.broker;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.apache.kafka.common.errors.NotControllerException;

/**
 * A logging filter that drops one error of the broker: the controller has refused its own registration because it was not active
 * yet. The controller repeats the registration until it succeeds, so nothing is lost. Other requests that are refused for this reason
 * and other errors of a registration pass.
 */
public final class RepeatedRegistrationFilter extends Filter<ILoggingEvent> {
    private static final String LOGGER = "kafka.server.ControllerApis";
    private static final String REGISTRATION =
            "Unexpected error handling request RequestHeader(apiKey=CONTROLLER_REGISTRATION,";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean refused = event.getLoggerName().equals(LOGGER)
                && event.getFormattedMessage().startsWith(REGISTRATION)
                && isNotController(event.getThrowableProxy());
        return refused ? FilterReply.DENY : FilterReply.NEUTRAL;
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
