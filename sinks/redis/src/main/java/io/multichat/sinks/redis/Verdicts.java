package io.multichat.sinks.redis;

import io.multichat.sinks.core.StoreException;
import io.multichat.sinks.core.StoreException.Verdict;
import java.util.regex.Pattern;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * The one place that decides what follows from an error of Redis.
 *
 * <p>Before Redis 7 an error inside a script hides its code behind {@code ERR Error running script …}, so codes are looked
 * for in the whole message; the messages hold no text of users.
 */
final class Verdicts {
    private static final Pattern AWAY_OR_BUSY =
            Pattern.compile("\\b(LOADING|BUSY|READONLY|CLUSTERDOWN|TRYAGAIN|OOM|MISCONF"
                    + "|MASTERDOWN|NOREPLICAS|UNKILLABLE|max number of clients)\\b");
    private static final Pattern REFUSED = Pattern.compile("\\b(NOAUTH|WRONGPASS|NOPERM|executing the script can't"
            + "|unknown command|AUTH|DB index|cluster support disabled)\\b");

    private Verdicts() {}

    /** The exception to throw instead of the driver's, which becomes its cause. */
    static StoreException of(RedisEndpoint endpoint, JedisException error) {
        restoreInterrupt(error);
        Verdict verdict = verdict(error);
        String what = switch (verdict) {
            case RETRY -> "Redis at " + endpoint + " is away or busy; it is asked again later";
            case STOP -> "Redis at " + endpoint + " refuses Multichat: correct redis.uri or the user's rights";
            case REPORT -> "Redis at " + endpoint + " cannot hold this";
        };
        return new StoreException(verdict, what + ": " + error.getMessage(), error);
    }

    private static Verdict verdict(JedisException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof JedisAccessControlException || cause instanceof JedisRedirectionException) {
                return Verdict.STOP;
            }
            if (cause instanceof JedisDataException) {
                return verdict(String.valueOf(cause.getMessage()));
            }
        }
        return Verdict.RETRY;
    }

    private static Verdict verdict(String message) {
        if (AWAY_OR_BUSY.matcher(message).find()) {
            return Verdict.RETRY;
        }
        return REFUSED.matcher(message).find() ? Verdict.STOP : Verdict.REPORT;
    }

    private static void restoreInterrupt(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
